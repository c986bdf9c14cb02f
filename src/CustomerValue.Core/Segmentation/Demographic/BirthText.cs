using System.Globalization;
using NodaTime;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Reads births and counts ages.</summary>
internal static class BirthText
{
    /// <summary>The age in whole years; negative where the birth is after <paramref name="asOf"/>, NaN where the text is no birth.</summary>
    public static double Age(string text, LocalDate asOf) => Number(text) is { } number && !double.IsNaN(number) ? Age(number, asOf) : Date(text) is { } date ? Between(date, asOf) : double.NaN;

    /// <summary>The same of a number: a year from 1000 to 9999, or a date such as 19711006.</summary>
    public static double Age(double number, LocalDate asOf)
    {
        if (number is >= 1000 and <= 9999 && number == Math.Floor(number))
            return asOf.Year - number;
        if (number is >= 10_000_000 and <= 99_999_999 && number == Math.Floor(number))
            return Make((int)number / 10_000, (int)number / 100 % 100, (int)number % 100) is { } date ? Between(date, asOf) : double.NaN;
        return double.NaN;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>Year, month and day with - or / or . between, and whatever time stands behind a blank or T.</summary>
    private static LocalDate? Date(string text)
    {
        int end = text.IndexOfAny([' ', 'T']);
        string day = end < 0 ? text : text.Substring(0, end);
        if (end >= 0 && !IsTime(text.Substring(end + 1)))
            return null;
        string[] parts = day.Split('-', '/', '.');
        if (parts.Length == 1 && day.Length == 8)
            parts = [day.Substring(0, 4), day.Substring(4, 2), day.Substring(6)];
        if (parts.Length != 3 || parts[0].Length != 4 || parts[1].Length is < 1 or > 2 || parts[2].Length is < 1 or > 2)
            return null;
        int[] numbers = Array.ConvertAll(parts, part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1);
        return Make(numbers[0], numbers[1], numbers[2]);
    }

    private static bool IsTime(string text) => text.Length > 0 && text.Length <= 40 && char.IsDigit(text[0]) && text.All(c => char.IsDigit(c) || c is ':' or '.' or '+' or '-' or 'Z' or ' ');

    private static LocalDate? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>NodaTime counts a year as full on 28 February where there is no 29th; a birth to come counts −1 from its first day.</summary>
    private static double Between(LocalDate birth, LocalDate asOf) => birth > asOf ? Math.Min(-1, Period.Between(birth, asOf, PeriodUnits.Years).Years) : Period.Between(birth, asOf, PeriodUnits.Years).Years;
}
