using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tool.Output;

/// <summary>Points, instants and amounts as the command writes them: exact, never by way of binary fractions.</summary>
internal static class LoyaltyText
{
    /// <summary>Units of a wallet as points.</summary>
    public static decimal Points(long units, int scale)
    {
        decimal points = units;
        for (int at = 0; at < scale; at++)
            points /= 10;
        return points;
    }

    public static string Say(decimal points) => points.ToString("#,0.############################", CultureInfo.InvariantCulture);

    public static string Say(Money money) => $"{money.Amount.ToString("#,0.00", CultureInfo.InvariantCulture)} {money.Currency.Code}";

    public static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static void Points(this Utf8JsonWriter json, string name, long units, int scale) => json.WriteNumber(name, Points(units, scale));

    /// <summary>An amount with its currency, as programmes write it; exact.</summary>
    public static void Amount(this Utf8JsonWriter json, string name, Money money) => json.WriteString(name, $"{money.Amount.ToString("0.############################", CultureInfo.InvariantCulture)} {money.Currency.Code}");

    /// <summary>The name of a value with a small first letter.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
