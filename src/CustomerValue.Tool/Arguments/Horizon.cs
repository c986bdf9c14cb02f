using System.Globalization;
using CustomerValue.Customers;

namespace CustomerValue.Tool.Arguments;

/// <summary>How far ahead, as people write it: a number and a unit, such as 12mo, 52w, 365d or 1y.</summary>
internal static class Horizon
{
    public const string Allowed = "a number above 0 and d, w, mo or y, such as 12mo, 52w, 365d or 1y; at most 100 years";

    /// <summary>The horizon in months of a twelfth of a year, or null where the text is none.</summary>
    public static double? Months(string text)
    {
        string unit = new(text.SkipWhile(c => !char.IsAsciiLetter(c)).ToArray());
        double? days = unit switch
        {
            "d" => TimeUnit.Day.Days(),
            "w" => TimeUnit.Week.Days(),
            "mo" => TimeUnit.Month.Days(),
            "y" => TimeUnits.DaysPerYear,
            _ => null,
        };
        if (days is null || !double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            return null;
        double months = number * days.Value / TimeUnit.Month.Days();
        return months is > 0 and <= 1200 ? months : null;
    }
}
