namespace CustomerValue.Segmentation.Rules;

/// <summary>What a column holds.</summary>
public enum RuleFieldKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>One of some texts.</summary>
    Category,

    /// <summary>ISO dates.</summary>
    Date,
}
