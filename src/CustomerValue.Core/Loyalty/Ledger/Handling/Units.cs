using System.Globalization;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Points as callers say them, in the whole units that the ledger counts.</summary>
internal static class Units
{
    /// <summary>The most units of a single command; far from where sums of 64 bits end.</summary>
    public const long Most = 1_000_000_000_000_000;

    /// <summary>Units, or a rejection where they are no whole number of units, out of range, or not above 0.</summary>
    public static Rejection? Of(decimal points, Wallet wallet, out long units, bool mayBeNegative = false)
    {
        units = 0;
        // The largest decimal has 29 digits; whoever comes near it is past every limit.
        if (Math.Abs(points) > Most)
            return Rejections.Of(LedgerError.PointsOverflow, $"{points.ToString(CultureInfo.InvariantCulture)} points are more than can be counted.", $"{points.ToString(CultureInfo.InvariantCulture)} 积分超出可计范围。");
        decimal scaled = points;
        for (int at = 0; at < wallet.Scale; at++)
            scaled *= 10;
        if (Math.Abs(scaled) > Most)
            return Rejections.Of(LedgerError.PointsOverflow, $"{points.ToString(CultureInfo.InvariantCulture)} points are more than can be counted.", $"{points.ToString(CultureInfo.InvariantCulture)} 积分超出可计范围。");
        units = decimal.ToInt64(decimal.Truncate(scaled));
        if (units == scaled && (units > 0 || (mayBeNegative && units != 0)))
            return null;
        string sign = mayBeNegative ? "not 0" : "above 0";
        string sign2 = mayBeNegative ? "不为 0" : "大于 0";
        return Rejections.Invalid("points", points.ToString(CultureInfo.InvariantCulture), $"{sign}, with at most {wallet.Scale} decimals", $"{sign2}，最多 {wallet.Scale} 位小数");
    }
}
