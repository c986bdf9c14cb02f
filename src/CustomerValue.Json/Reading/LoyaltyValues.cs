using System.Globalization;
using CustomerValue.Customers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Json.Reading;

/// <summary>Values of loyalty documents: exact decimals and amounts as texts, periods and instants of ISO 8601.</summary>
internal static class LoyaltyValues
{
    /// <summary>Years in which every sum of a date and a period of a programme is a date.</summary>
    private const int FirstYear = 1900, LastYear = 9000;
    private const string DecimalForm = "a decimal as a text, such as \"500\" or \"1.25\", of at most 28 digits";
    private const string MoneyForm = "an amount with its currency as a text, such as \"20.00 CNY\"";
    private const string PeriodForm = "a period of whole days, weeks, months or years, such as \"P30D\" or \"P12M\"";

    public static decimal Decimal(this StrictValue value) => TryDecimal(value.WordText, out decimal number) ? number : Refuse<decimal>(value, DecimalForm);

    public static decimal? DecimalOrNull(this StrictValue value) => value.IsMissing ? null : value.Decimal();

    /// <summary>As a text or as a number, both exactly.</summary>
    public static decimal Points(this StrictValue value) =>
        TryDecimal(value.IsText ? value.WordText : value.Raw, out decimal number) ? number : Refuse<decimal>(value, "a number of points, such as 100 or \"12.50\", of at most 28 digits and without exponent");

    public static Money Money(this StrictValue value)
    {
        string? text = value.WordText;
        int space = text?.IndexOf(' ') ?? -1;
        return space > 0 && Customers.Currency.IsValid(text!.Substring(space + 1)) && TryDecimal(text.Substring(0, space), out decimal amount)
            ? new Money(amount, new Currency(text.Substring(space + 1)))
            : Refuse<Money>(value, MoneyForm);
    }

    public static Money? MoneyOrNull(this StrictValue value) => value.IsMissing ? null : value.Money();

    public static Currency Currency(this StrictValue value) =>
        value.WordText is { } code && Customers.Currency.IsValid(code) ? new Currency(code) : Refuse<Currency>(value, "an ISO 4217 code, such as \"CNY\"");

    public static Period? PeriodOrNull(this StrictValue value) => value.IsMissing ? null : value.Period();

    public static Period Period(this StrictValue value) =>
        Parsed(value) is { HasTimeComponent: false, Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0 } period
            ? period
            : Refuse<Period>(value, PeriodForm) ?? NodaTime.Period.Zero;

    /// <summary>A period of whole days or weeks, as days.</summary>
    public static int Days(this StrictValue value)
    {
        return Parsed(value) is { HasTimeComponent: false, Years: 0, Months: 0, Weeks: >= 0 and <= 100_000, Days: >= 0 and <= 1_000_000 } period
            ? (7 * period.Weeks) + period.Days
            : Refuse<int>(value, "a period of days, such as \"P30D\"");
    }

    /// <summary>A period of whole minutes or hours, as minutes.</summary>
    public static int Minutes(this StrictValue value)
    {
        return Parsed(value) is { HasDateComponent: false, Seconds: 0, Milliseconds: 0, Ticks: 0, Nanoseconds: 0, Hours: >= 0 and <= 100_000, Minutes: >= 0 and <= 1_000_000 } period
            ? (int)((60 * period.Hours) + period.Minutes)
            : Refuse<int>(value, "a time of minutes or hours, such as \"PT15M\"");
    }

    public static LocalDate? DateOrNull(this StrictValue value)
    {
        if (value.IsMissing)
            return null;
        LocalDate date = value.Date();
        return date == default || date.Year is >= FirstYear and <= LastYear ? date : Refuse<LocalDate>(value, $"a date of the years {FirstYear} to {LastYear}");
    }

    public static LocalTime? TimeOrNull(this StrictValue value)
    {
        if (value.IsMissing)
            return null;
        string? text = value.WordText;
        if (text is not null && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true } minutes)
            return minutes.Value;
        return text is not null && LocalTimePattern.ExtendedIso.Parse(text) is { Success: true } exact ? exact.Value : Refuse<LocalTime>(value, "a time of day such as \"10:00\"");
    }

    public static bool IsInstant(this StrictValue value, out Instant instant)
    {
        instant = default;
        if (value.WordText is not { } text || OffsetDateTimePattern.ExtendedIso.Parse(text) is not { Success: true } parsed || parsed.Value.Year is < FirstYear or > LastYear)
            return false;
        instant = parsed.Value.ToInstant();
        return true;
    }

    public static Instant Instant(this StrictValue value) =>
        value.IsInstant(out Instant instant) ? instant : Refuse<Instant>(value, "an instant with its offset, such as \"2026-01-01T10:00:00+08:00\" or \"2026-01-01T02:00:00Z\"");

    public static Instant? InstantOrNull(this StrictValue value) => value.IsMissing ? null : value.Instant();

    public static string? TextOrNull(this StrictValue value) => value.IsMissing ? null : value.Text();

    public static bool Flag(this StrictValue value, bool otherwise) => value.IsMissing ? otherwise : value.Boolean();

    public static T ChoiceOr<T>(this StrictValue value, IReadOnlyDictionary<string, T> choices, T otherwise)
        where T : struct => value.IsMissing ? otherwise : value.Choice(choices);

    /// <summary>A list of texts; one text stands for a list of itself.</summary>
    public static IReadOnlyList<string> Texts(this StrictValue value) =>
        value.IsMissing ? [] : value.IsText ? [value.Text()] : [.. value.Array("a text or an array of at most 1000 texts").Select(item => item.Text())];

    /// <summary>The only value that is allowed, or nothing.</summary>
    public static void Only(this StrictValue value, string word)
    {
        if (!value.IsMissing && !value.IsWord(word))
            value.Reject($"\"{word}\", the only value so far");
    }

    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static T? Refuse<T>(StrictValue value, string allowed)
    {
        value.Reject(allowed);
        return default;
    }

    /// <summary>A period whose numbers have at most 9 digits, beyond which the pattern throws instead of saying no.</summary>
    private static Period? Parsed(StrictValue value)
    {
        int digits = 0;
        foreach (char letter in value.WordText ?? "")
        {
            digits = letter is >= '0' and <= '9' ? digits + 1 : 0;
            if (digits > 9)
                return null;
        }

        return value.WordText is { Length: <= 40 } text && PeriodPattern.Roundtrip.Parse(text) is { Success: true } parsed ? parsed.Value : null;
    }

    /// <summary>Digits, a point and digits; what a decimal can't hold exactly is refused, never rounded.</summary>
    private static bool TryDecimal(string? text, out decimal number)
    {
        number = 0;
        if (text is not { Length: >= 1 and <= 32 })
            return false;
        int digits = 0;
        int point = -1;
        for (int at = text[0] == '-' ? 1 : 0; at < text.Length; at++)
        {
            if (text[at] is >= '0' and <= '9')
                digits++;
            else if (text[at] == '.' && point < 0 && digits > 0 && at < text.Length - 1)
                point = at;
            else
                return false;
        }

        return digits is >= 1 and <= 28 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
