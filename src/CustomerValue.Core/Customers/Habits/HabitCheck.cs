using System.Globalization;
using CustomerValue.Customers.Summing;
using CustomerValue.Validation;

namespace CustomerValue.Customers.Habits;

/// <summary>What a builder of habits demands of lines beside what every purchase needs. Collects every problem, then refuses all lines or none.</summary>
internal sealed class HabitCheck
{
    private readonly ProblemList problems = new();
    private readonly LineCheck lines;

    public HabitCheck() => lines = new LineCheck(problems);

    public void Check(Purchase? purchase, long? row, Currency currency)
    {
        lines.Check(purchase, row, currency);
        if (purchase is null)
            return;
        if (purchase.Discount is { } discount && (Math.Abs(discount) > LineCheck.LargestMajor || (discount < 0 && purchase.Amount >= 0)))
            problems.Add(row, "discount", Text(discount), "is out of range; give what was taken off the price, 0 ≤ discount ≤ 9·10¹² in major units.");
        if (purchase.Quantity is { } quantity && Math.Abs(quantity) > LineCheck.LargestMajor)
            problems.Add(row, "quantity", Text(quantity), "is out of range; |quantity| ≤ 9·10¹² pieces.");
        if (purchase.Category is { } category && string.IsNullOrWhiteSpace(category))
            problems.Add(row, "category", category, "is blank; leave the category null where it is unknown.");
        if (purchase.Channel is { } channel && string.IsNullOrWhiteSpace(channel))
            problems.Add(row, "channel", channel, "is blank; leave the channel null where it is unknown.");
    }

    public void Check(HabitBatch batch, HabitBuilder builder)
    {
        lines.Check(batch.Lines, builder.Customers, builder.Orders);
        int rows = batch.Lines.Customers.Length;
        Length("discounts", batch.Discounts.Length, rows);
        Length("quantities", batch.Quantities.Length, rows);
        Length("times", batch.Times.Length, rows);
        Length("categories", batch.Categories.Length, rows);
        Length("channels", batch.Channels.Length, rows);
        problems.ThrowIfAny();
        for (int row = 0; row < rows; row++)
        {
            if (!batch.Discounts.IsEmpty && batch.Discounts[row] is var discount && discount != PurchaseBatch.UnknownCost && (OutOfRange(discount) || (discount < 0 && batch.Lines.Amounts[row] >= 0)))
                problems.Add(row, "discount", Text(discount), "is out of range; 0 ≤ discount ≤ 9·10¹⁸ millionths, or PurchaseBatch.UnknownCost.");
            if (!batch.Quantities.IsEmpty && batch.Quantities[row] is var quantity && quantity != PurchaseBatch.UnknownCost && OutOfRange(quantity))
                problems.Add(row, "quantity", Text(quantity), "is out of range; |quantity| ≤ 9·10¹⁸ millionths, or PurchaseBatch.UnknownCost.");
            if (!batch.Times.IsEmpty && batch.Times[row] is < -1 or >= HabitStore.UnknownTime)
                problems.Add(row, "time", Text(batch.Times[row]), "is no second of a day; 0 to 86399, or −1 where it is unknown.");
            Number(row, "category", batch.Categories, builder.Categories);
            Number(row, "channel", batch.Channels, builder.Channels);
        }
    }

    /// <summary>Refuses the lines if there was any problem.</summary>
    public void ThrowIfAny() => problems.ThrowIfAny();

    private static bool OutOfRange(long value) => value is < -LineCheck.LargestAmount or > LineCheck.LargestAmount;

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private void Number(int row, string field, ReadOnlySpan<int> numbers, KeyIndex index)
    {
        if (!numbers.IsEmpty && (numbers[row] < -1 || numbers[row] >= index.Count))
            problems.Add(row, field, Text(numbers[row]), $"is no number of the builder's {index.Count} keys, nor −1 for unknown; take numbers from GetOrAdd.");
    }

    private void Length(string field, int length, int rows)
    {
        if (length != rows && length != 0)
            problems.Add(null, field, Text(length), $"values for {rows} customers; every column needs one value a line, or none at all.");
    }
}
