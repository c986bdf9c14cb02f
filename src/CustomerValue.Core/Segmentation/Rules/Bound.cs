using System.Globalization;
using CustomerValue.Labels;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Segmentation.Rules;

/// <summary>What a column is compared with: a number, or a day. The default value is the number 0.</summary>
public readonly record struct Bound
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    internal Bound(double value, bool isDate) => (Value, IsDate) = (value, isDate);

    /// <summary>The number, finite; of a date the day counted from 1970-01-01.</summary>
    public double Value { get; }

    /// <summary>Whether it is a date.</summary>
    public bool IsDate { get; }

    /// <summary>The day of a bound that is one.</summary>
    public LocalDate Date => Epoch.PlusDays((int)Value);

    /// <summary>Exact, so that two bounds never read the same.</summary>
    public override string ToString() => IsDate ? LocalDatePattern.Iso.Format(Date) : Exactly(Value);

    internal static Bound Of(double value) => !double.IsNaN(value) && !double.IsInfinity(value)
        ? new Bound(value, false)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A bound is a finite number.");

    internal static Bound Of(LocalDate date) => new(Period.DaysBetween(Epoch, date), true);

    /// <summary>The day that a text is; NaN where it is none.</summary>
    internal static double Day(string text) => text.Length == 10 && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? Of(date.Value).Value : double.NaN;

    /// <summary>The next number above.</summary>
    internal static double Above(double value) => value == 0 ? double.Epsilon : BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) + (value > 0 ? 1 : -1));

    /// <summary>The next number below.</summary>
    internal static double Below(double value) => -Above(-value);

    /// <summary>A number as conditions show it: with thousands separators where that is all of it.</summary>
    internal static string Exactly(double value)
    {
        string plain = Wording.Number(value);
        return double.Parse(plain, NumberStyles.Number, CultureInfo.InvariantCulture) == value ? plain : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
