namespace CustomerValue.Contribution.Trends;

/// <summary>A civil period by which amounts are counted.</summary>
public enum PeriodLength
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
