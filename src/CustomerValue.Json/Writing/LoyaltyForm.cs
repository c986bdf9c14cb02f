using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Json.Reading;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Json.Writing;

/// <summary>How values of loyalty documents are written: the same forms that are read. What is null is left out.</summary>
internal static class LoyaltyForm
{
    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Decimal(this Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
            writer.WriteString(name, LoyaltyValues.Text(number));
    }

    public static void Money(this Utf8JsonWriter writer, string name, Money? value)
    {
        if (value is { } money)
            writer.WriteString(name, money.ToString());
    }

    public static void Whole(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    public static void Word<T>(this Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, T> words, T value) => writer.WriteString(name, Words.Of(words, value));

    /// <summary>Leaves out what has its default.</summary>
    public static void WordUnless<T>(this Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, T> words, T value, T otherwise = default)
        where T : struct
    {
        if (!EqualityComparer<T>.Default.Equals(value, otherwise))
            writer.Word(name, words, value);
    }

    public static void FlagUnless(this Utf8JsonWriter writer, string name, bool value, bool otherwise)
    {
        if (value != otherwise)
            writer.WriteBoolean(name, value);
    }

    public static void Period(this Utf8JsonWriter writer, string name, Period? period) => writer.Text(name, period is null ? null : PeriodPattern.Roundtrip.Format(period));

    public static void Days(this Utf8JsonWriter writer, string name, int? days) => writer.Text(name, days is { } count ? "P" + LoyaltyValues.Text(count) + "D" : null);

    public static void Date(this Utf8JsonWriter writer, string name, LocalDate? date) => writer.Text(name, date is { } day ? LocalDatePattern.Iso.Format(day) : null);

    public static void Time(this Utf8JsonWriter writer, string name, LocalTime? time) => writer.Text(name, time is { } moment ? LocalTimePattern.ExtendedIso.Format(moment) : null);

    public static void Instant(this Utf8JsonWriter writer, string name, Instant? instant) => writer.Text(name, instant is { } moment ? InstantPattern.ExtendedIso.Format(moment) : null);

    /// <summary>One text as itself, several as an array, none not at all.</summary>
    public static void Texts(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 1)
            writer.WriteString(name, texts[0]);
        else if (texts.Count > 1)
            writer.List(name, texts, writer.WriteStringValue);
    }

    public static void List<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        writer.WriteEndArray();
    }

    /// <summary>Objects in an array, which is left out where it is empty.</summary>
    public static void Objects<T>(this Utf8JsonWriter writer, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count > 0)
        {
            writer.List(name, items, item =>
            {
                writer.WriteStartObject();
                write(writer, item);
                writer.WriteEndObject();
            });
        }
    }

    public static void Object(this Utf8JsonWriter writer, string name, Action write)
    {
        writer.WriteStartObject(name);
        write();
        writer.WriteEndObject();
    }

    /// <summary>Texts or decimals under names of their own, in the order of the names; left out where there are none.</summary>
    public static void Map<T>(this Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, T> values, Func<T, string> text, bool always = false)
    {
        if (values.Count == 0 && !always)
            return;
        writer.Object(name, () =>
        {
            foreach (KeyValuePair<string, T> value in values.OrderBy(value => value.Key, StringComparer.Ordinal))
                writer.WriteString(value.Key, text(value.Value));
        });
    }
}
