using System.Buffers;
using System.Globalization;
using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>What texts are dates, amounts and numbers. No text is guessed at: what isn't clearly one is none.</summary>
internal static class FieldText
{
    public const string WantDate = "is no date; give a day of the calendar as 2024-01-31, 2024/01/31 or 20240131, or a timestamp that begins with one, such as 2024-01-31 10:30:00.";
    public const string WantAmount = "is no amount; give a plain number such as 1234.56 or -3.5e2, without currency sign or thousands separators, at most 9e12 in size.";
    public const string WantKey = "is no key; give 1 to 256 characters, not blank and without control characters.";
    public const string WantNumber = "is no finite number; give a plain number such as 12.5 or 3e-4.";

    private const decimal LargestAmount = 9_000_000_000_000m;
    private static readonly SearchValues<byte> PlainLetters = SearchValues.Create("0123456789+-.eE"u8);
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly string[] Clocks = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>Reads a day as days since 1970-01-01. Of a timestamp the date counts as it is written, whatever its zone.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        bool parted = text.Length >= 10 && text[4] == text[7] && text[4] is (byte)'-' or (byte)'/';
        if (!parted && text.Length != 8)
            return false;
        if (parted && text.Length > 10 && !IsClock(text[10..]))
            return false;
        int year = Digits(text[..4]);
        int month = Digits(parted ? text[5..7] : text[4..6]);
        int dayOfMonth = Digits(parted ? text[8..10] : text[6..8]);
        if (year < 1 || month is < 1 or > 12 || dayOfMonth < 1 || (dayOfMonth > 28 && dayOfMonth > DateTime.DaysInMonth(year, month)))
            return false;
        day = new DateOnly(year, month, dayOfMonth).DayNumber - EpochDay;
        return true;
    }

    /// <summary>Reads an amount in millionths, rounded to even where it has more than six decimals. |amount| ≤ 9·10¹².</summary>
    public static bool TryMillionths(ReadOnlySpan<byte> text, out long millionths)
    {
        millionths = 0;
        int at = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        int point = -1;
        long value = 0;
        if (text.Length == at || text.Length > 18)
            return TryLongAmount(text, out millionths);
        for (int letter = at; letter < text.Length; letter++)
        {
            uint digit = (uint)text[letter] - '0';
            if (digit <= 9)
                value = value * 10 + digit;
            else if (text[letter] == '.' && point < 0)
                point = letter;
            else
                return TryLongAmount(text, out millionths);
        }

        int decimals = point < 0 ? 0 : text.Length - point - 1;
        if (decimals > 6 || value > 1_000_000_000_000 || (point >= 0 && text.Length == at + 1))
            return TryLongAmount(text, out millionths);
        for (; decimals < 6; decimals++)
            value *= 10;
        millionths = text[0] == '-' ? -value : value;
        return true;
    }

    /// <summary>Reads a time of day such as 14:30, 14:30:15.5 or 14:30:15+08:00 as whole seconds since midnight, as written, whatever the zone.</summary>
    public static bool TryClock(ReadOnlySpan<byte> text, out int second)
    {
        second = 0;
        int zone = text.IndexOfAny("Z+-"u8);
        if (text.Length > 40 || (zone >= 0 && !IsZone(text[zone..])))
            return false;
        Span<char> clock = stackalloc char[zone < 0 ? text.Length : zone];
        for (int letter = 0; letter < clock.Length; letter++)
            clock[letter] = (char)text[letter];
        bool isTime = TimeOnly.TryParseExact(clock.TrimEnd(' '), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time);
        second = (int)(time.Ticks / TimeSpan.TicksPerSecond);
        return isTime;
    }

    /// <summary>Reads a finite number.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        return IsPlain(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    private static bool TryLongAmount(ReadOnlySpan<byte> text, out long millionths)
    {
        millionths = 0;
        if (!IsPlain(text) || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount) || Math.Abs(amount) > LargestAmount)
            return false;
        millionths = (long)Math.Round(amount * PurchaseBatch.MinorUnits);
        return true;
    }

    /// <summary>Whether the text has no letters but those of plain numbers; .NET's own parsers let more pass.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExcept(PlainLetters);

    private static bool IsClock(ReadOnlySpan<byte> text) => text[0] is (byte)' ' or (byte)'T' && TryClock(text[1..], out _);

    /// <summary>Z, +08, +0800 or +08:00.</summary>
    private static bool IsZone(ReadOnlySpan<byte> text) => text.Length switch
    {
        1 => text[0] == 'Z',
        3 => Digits(text[1..]) is >= 0 and <= 18,
        5 => Digits(text[1..]) is >= 0 and <= 1800,
        6 => text[3] == ':' && Digits(text[1..3]) is >= 0 and <= 18 && Digits(text[4..]) is >= 0 and < 60,
        _ => false,
    };

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte letter in text)
        {
            uint digit = (uint)letter - '0';
            if (digit > 9)
                return -1;
            value = value * 10 + (int)digit;
        }

        return value;
    }
}
