using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.Customers;

/// <summary>The parts of the summing that only show with many lines.</summary>
public class SummingTests
{
    /// <summary>Enough lines for several chunks and buckets, costs that begin late, and days too far apart for one digit.</summary>
    [Theory]
    [InlineData(60_000, 900)]
    [InlineData(50_000, 300_000)]
    public void Many_lines_give_the_same_bits_for_any_number_of_threads(int lines, int days)
    {
        string expected = PurchaseSummaryPropertyTests.Print(Many(lines, days, 1));
        Assert.Equal(expected, PurchaseSummaryPropertyTests.Print(Many(lines, days, 2)));
        Assert.Equal(expected, PurchaseSummaryPropertyTests.Print(Many(lines, days, 7)));
    }

    [Fact]
    public void Many_lines_equal_the_naive_rules()
    {
        PurchaseSummaries actual = Many(60_000, 900, 2);
        LocalDate epoch = PurchaseSummaries.Epoch;
        (int[] customers, int[] dates, long[] amounts, long[] costs) = Lines(60_000, 900);
        NaiveResult expected = NaiveSummary.Of(customers.Select((customer, i) => new Purchase { Customer = Id(customer), Date = epoch.PlusDays(dates[i]), Amount = amounts[i] / 1e6m, Cost = i < 30_000 ? null : costs[i] / 1e6m }), actual.Window, 7);
        Assert.Equal(expected.Rows.Select(row => row.Customer), actual.Columns.Customers.ToArray().Select(id => id.Value));
        Assert.Equal(expected.Rows.Select(row => row.Frequency), actual.Columns.Frequency.ToArray());
        Assert.Equal(expected.Rows.Select(row => row.Revenue), actual.Revenue.ToArray());
        Assert.Equal(expected.Rows.Select(row => row.Cost), actual.Cost.ToArray());
        Assert.Equal((expected.Full, expected.Partial, expected.Unmatched.Count), (actual.Report.FullRefunds, actual.Report.PartialRefunds, actual.Report.UnmatchedRefunds));
        Assert.Equal(expected.Unmatched.Take(20), actual.Report.FirstUnmatched);
    }

    [Fact]
    public void Chunks_grow_with_the_lines()
    {
        LineStore store = new();
        int[] zeros = new int[1_000_000];
        store.Append(new PurchaseBatch { Customers = zeros, Days = zeros, Amounts = new long[zeros.Length] });
        Assert.InRange(store.Chunks.Count, 2, 20);
        Assert.Equal(zeros.Length, store.Count);
    }

    [Property(MaxTest = 200)]
    public void The_sort_is_that_of_the_keys(uint[] keys, byte bits)
    {
        int keyBits = bits % 33;
        uint mask = (uint)((1UL << keyBits) - 1);
        LineEntry[] entries = keys.Select((key, i) => new LineEntry { Key = key & mask, Order = i }).ToArray();
        int[] expected = entries.OrderBy(entry => entry.Key).Select(entry => entry.Order).ToArray();
        LineEntry[] sorted = new LineSort().Sort(entries, keyBits).ToArray();
        Assert.Equal(expected, sorted.Select(entry => entry.Order));
    }

    [Property(MaxTest = 300)]
    public void The_order_of_keys_is_ordinal(int seed)
    {
        // Few characters, among them those at the edge of a byte, behind a common prefix or none.
        Random random = new(seed);
        string alphabet = "a\u007f\u00fe\u00ff\u0100\uffff客";
        string prefix = new('p', random.Next(3));
        string[] keys = Enumerable.Range(0, 60).Select(_ => prefix + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]))).Distinct().ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), OrdinalOrder.Of(keys).Select(place => keys[place]));
    }

    [Property(MaxTest = 200)]
    public void A_sum_overflows_in_every_order_or_in_none(long[] values, int seed)
    {
        long[] given = values.Select(value => value == long.MinValue ? 0 : value).Select((value, i) => i % 2 == 0 ? value * (long.MaxValue / 400) : value).ToArray();
        long[] shuffled = [.. given];
        new Random(seed).Shuffle(shuffled);
        ExactSum sum = Sum(given);
        bool fits = given.Where(v => v > 0).Aggregate(Int128.Zero, (s, v) => s + v) <= long.MaxValue && given.Where(v => v < 0).Aggregate(Int128.Zero, (s, v) => s + v) >= long.MinValue;
        if (fits)
            Assert.Equal(given.Aggregate(Int128.Zero, (s, v) => s + v), sum.Value);
        Assert.Equal(!fits, sum.Overflowed);
        Assert.Equal(sum.Overflowed, Sum(shuffled).Overflowed);
    }

    private static ExactSum Sum(long[] values)
    {
        ExactSum sum = default;
        foreach (long value in values)
            sum.Add(value);
        return sum;
    }

    private static CustomerId Id(int customer) => new("customer-" + ((customer * 7919) % 3001));

    private static (int[] Customers, int[] Days, long[] Amounts, long[] Costs) Lines(int lines, int days)
    {
        Random random = new(lines);
        return (
            Enumerable.Range(0, lines).Select(_ => random.Next(3000)).ToArray(),
            Enumerable.Range(0, lines).Select(_ => random.Next(days) - (days / 2)).ToArray(),
            Enumerable.Range(0, lines).Select(_ => random.Next(-200, 1000) * 10_000L).ToArray(),
            Enumerable.Range(0, lines).Select(_ => random.Next(-100, 500) * 10_000L).ToArray());
    }

    private static PurchaseSummaries Many(int lines, int days, int workers)
    {
        PurchaseSummaryBuilder builder = new() { Workers = workers };
        for (int customer = 0; customer < 3000; customer++)
            builder.Customers.GetOrAdd(Id(customer).Value);
        (int[] customers, int[] dates, long[] amounts, long[] costs) = Lines(lines, days);
        const int first = 30_000;
        builder.Add(new PurchaseBatch { Customers = customers.AsSpan(0, first), Days = dates.AsSpan(0, first), Amounts = amounts.AsSpan(0, first) });
        builder.Add(new PurchaseBatch { Customers = customers.AsSpan(first), Days = dates.AsSpan(first), Amounts = amounts.AsSpan(first), Costs = costs.AsSpan(first) });
        return builder.Build(ObservationWindow.Between(PurchaseSummaries.Epoch.PlusDays(-days / 3), PurchaseSummaries.Epoch.PlusDays(days / 3)), TimeUnit.Week);
    }
}
