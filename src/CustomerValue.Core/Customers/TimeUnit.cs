namespace CustomerValue.Customers;

/// <summary>The unit in which recency, age and horizons are counted. Civil days are divided by <see cref="TimeUnits.Days"/>, so weeks and months are fractions.</summary>
public enum TimeUnit
{
    /// <summary>One civil day.</summary>
    Day,

    /// <summary>Seven days exactly.</summary>
    Week,

    /// <summary>A twelfth of a year of 365.25 days: 30.4375 days.</summary>
    Month,

    /// <summary>365.25 days: contracts and appeals come by the year.</summary>
    Year,
}
