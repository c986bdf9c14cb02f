namespace CustomerValue.Segmentation.Demographic;

/// <summary>What a field of a profile is, and so how it is read.</summary>
public enum DemographicKind
{
    /// <summary>
    /// A date or a year of birth, read as the age in whole years at the day of counting. Dates such as 1971-10-06, 1971/10/6, 19711006, or a
    /// timestamp that starts so; a year alone gives the age that is reached in the year of counting. Who was born on 29 February
    /// has the birthday on 28 February in other years.
    /// </summary>
    Birth,

    /// <summary>A number: income, an age in years, a count of children. Several columns are added up.</summary>
    Number,

    /// <summary>Levels in an order, such as education.</summary>
    Ordinal,

    /// <summary>One of several without an order, such as an occupation.</summary>
    Category,
}
