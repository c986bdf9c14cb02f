using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Simple;

/// <summary>What simple forms share: rates, numbers of periods and money.</summary>
internal static class Discounting
{
    /// <summary>As many margins as a value may be worth; beyond, it is no number to decide by, and money can't hold it.</summary>
    private const double Most = 1e12;

    /// <summary>An effective rate a year, finite and ≥ 0.</summary>
    public static double Rate(double discountRate) => discountRate >= 0 && !double.IsInfinity(discountRate)
        ? discountRate
        : throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount rate is a finite number ≥ 0 a year; 0.10 means 10 %.");

    /// <summary>A number of periods, ≥ 0.</summary>
    public static int Periods(int periods) => periods >= 0
        ? periods
        : throw new ArgumentOutOfRangeException(nameof(periods), periods, "A number of periods is ≥ 0.");

    /// <summary>A factor that money may be multiplied by.</summary>
    public static decimal Factor(double factor) => Math.Abs(factor) <= Most
        ? (decimal)factor
        : throw new ArgumentOutOfRangeException(nameof(factor), factor, "The value is worth over 10¹² margins: retention is too near to 1 for so low a discount rate; take a higher rate, or a horizon.");

    /// <summary>A value as money, of which a double knows 15 digits.</summary>
    public static decimal Money(double value) => Math.Abs(value) <= 1e28
        ? (decimal)value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The value is beyond 10²⁸; take smaller margins, or a higher discount rate.");

    /// <summary>(1 + d)^(−days/365.25).</summary>
    public static double OfDays(double discountRate, double days) => Math.Exp(-TimeUnit.Day.ContinuousRate(discountRate) * days);
}
