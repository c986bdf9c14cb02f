namespace CustomerValue.Segmentation.Clustering;

/// <summary>What a column's values are, so how two of them are compared.</summary>
public enum MixedFieldKind
{
    /// <summary>A number where every value of the column is one, else a category.</summary>
    Automatic,

    /// <summary>A number: the difference counts.</summary>
    Number,

    /// <summary>A category: the same or not.</summary>
    Category,

    /// <summary>A category with an order: the difference of the levels' places counts.</summary>
    Ordered,

    /// <summary>Present or absent, where both absent says nothing.</summary>
    Asymmetric,
}
