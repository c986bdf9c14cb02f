using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using NodaTime;

namespace CustomerValue.Data;

/// <summary>Reads what habits need of every purchase row, beside the reading of the purchase itself.</summary>
internal sealed class HabitLoad(int batchSize, LocalDate? last)
{
    public const string WantDiscount = "is below 0; a discount is what was taken off the price, a plain number ≥ 0.";
    public const string WantTime = "is no time of day; give it as 14:30 or 14:30:15.";

    private readonly long[] discounts = new long[batchSize];
    private readonly long[] quantities = new long[batchSize];
    private readonly int[] times = new int[batchSize];
    private readonly int[] categories = new int[batchSize];
    private readonly int[] channels = new int[batchSize];
    private Utf8Keys? categoryKeys;
    private Utf8Keys? channelKeys;

    /// <summary>What has been learned; null before the first good row.</summary>
    public HabitBuilder? Builder { get; private set; }

    /// <summary>Reads the numbers of a row into place <paramref name="at"/>; the field that is bad, or null. Empty fields are unknown.</summary>
    public (PurchaseField Field, string Want)? Judge(RowReader reader, int[] columns, int at, long amount)
    {
        (discounts[at], quantities[at], times[at]) = (PurchaseBatch.UnknownCost, PurchaseBatch.UnknownCost, -1);
        if (Field(reader, columns, PurchaseField.Discount) is { Length: > 0 } discount)
        {
            if (!FieldText.TryMillionths(discount, out discounts[at]))
                return (PurchaseField.Discount, FieldText.WantAmount);
            if (discounts[at] < 0 && amount >= 0)
                return (PurchaseField.Discount, WantDiscount);
        }

        if (Field(reader, columns, PurchaseField.Quantity) is { Length: > 0 } quantity && !FieldText.TryMillionths(quantity, out quantities[at]))
            return (PurchaseField.Quantity, FieldText.WantAmount);
        if (Field(reader, columns, PurchaseField.Time) is { Length: > 0 } time)
            return FieldText.TryClock(time, out times[at]) ? null : (PurchaseField.Time, WantTime);
        // Exactly midnight is how a date is written where a timestamp is asked for.
        if (Field(reader, columns, PurchaseField.Date) is { Length: > 11 } stamp && FieldText.TryClock(stamp[11..], out int second) && second > 0)
            times[at] = second;
        return null;
    }

    /// <summary>Numbers the keys of a row that is good otherwise; the field that is no key, or null.</summary>
    public PurchaseField? Number(RowReader reader, int[] columns, int at, PurchaseSummaryBuilder purchases)
    {
        if (Builder is null)
        {
            Builder = new HabitBuilder(purchases, last is { } day ? ObservationWindow.Through(day) : null);
            (categoryKeys, channelKeys) = (new(Builder.Categories), new(Builder.Channels));
        }

        categories[at] = Key(Field(reader, columns, PurchaseField.Category), categoryKeys!);
        channels[at] = Key(Field(reader, columns, PurchaseField.Channel), channelKeys!);
        return categories[at] == int.MinValue ? PurchaseField.Category : channels[at] == int.MinValue ? PurchaseField.Channel : null;
    }

    public void Flush(PurchaseBatch lines)
    {
        int batch = lines.Customers.Length;
        Builder!.Add(new HabitBatch
        {
            Lines = lines,
            Discounts = discounts.AsSpan(0, batch),
            Quantities = quantities.AsSpan(0, batch),
            Times = times.AsSpan(0, batch),
            Categories = categories.AsSpan(0, batch),
            Channels = channels.AsSpan(0, batch),
        });
    }

    private static ReadOnlySpan<byte> Field(RowReader reader, int[] columns, PurchaseField field) => columns[(int)field] < 0 ? default : reader.Field(columns[(int)field]);

    private static int Key(ReadOnlySpan<byte> text, Utf8Keys keys) => text.IsEmpty ? -1 : keys.GetOrAdd(text) is >= 0 and int number ? number : int.MinValue;
}
