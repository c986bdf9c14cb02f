namespace CustomerValue.Customers;

/// <summary>What the time units are worth.</summary>
public static class TimeUnits
{
    /// <summary>The days of a year: 365.25.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>The length of the unit in days: 1, 7, 30.4375 or 365.25.</summary>
    public static double Days(this TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        TimeUnit.Month => DaysPerYear / 12,
        TimeUnit.Year => DaysPerYear,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "A time unit is Day, Week, Month or Year."),
    };

    /// <summary>How many of the unit make a year.</summary>
    public static double PerYear(this TimeUnit unit) => DaysPerYear / unit.Days();

    /// <summary>The continuous rate δ per unit that discounts by 1/(1 + <paramref name="ratePerYear"/>) in a year: δ = ln(1 + d)/units per year.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="ratePerYear">The effective rate d a year, ≥ 0; 0.10 is 10 %.</param>
    public static double ContinuousRate(this TimeUnit unit, double ratePerYear)
    {
        if (!(ratePerYear >= 0) || double.IsInfinity(ratePerYear))
            throw new ArgumentOutOfRangeException(nameof(ratePerYear), ratePerYear, "A discount rate is a finite number ≥ 0 a year; 0.10 means 10 %.");
        return Numerics.SpecialFunctions.Log1P(ratePerYear) / unit.PerYear();
    }
}
