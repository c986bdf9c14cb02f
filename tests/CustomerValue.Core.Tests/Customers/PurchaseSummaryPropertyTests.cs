using CustomerValue.Customers;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public class PurchaseSummaryPropertyTests
{
    [Property(MaxTest = 1000)]
    public void The_builder_equals_the_naive_rules(int seed)
    {
        List<Purchase> purchases = RandomPurchases.Make(seed);
        ObservationWindow window = RandomPurchases.Window(seed);
        NaiveResult expected = NaiveSummary.Of(purchases, window, 7);
        PurchaseSummaries actual = RandomPurchases.Builder(purchases).Build(window, TimeUnit.Week);

        Assert.Equal(expected.Rows.Select(row => row.Customer), actual.Columns.Customers.ToArray().Select(id => id.Value));
        for (int row = 0; row < actual.Count; row++)
        {
            NaiveRow naive = expected.Rows[row];
            Assert.Equal(naive.Frequency, actual.Columns.Frequency[row]);
            Assert.Equal(naive.Recency, actual.Columns.Recency[row]);
            Assert.Equal(naive.Age, actual.Columns.Age[row]);
            Assert.Equal((double)naive.Spend, actual.Columns.Spend[row], 1e-12);
            Assert.Equal(naive.Days[0], actual.FirstPurchase(row));
            Assert.Equal(naive.Days[^1], actual.LastPurchase(row));
            Assert.Equal(naive.Revenue, actual.Revenue[row]);
            Assert.Equal(naive.Cost, actual.HasCost ? actual.Cost[row] : 0);
        }

        SummaryReport report = actual.Report;
        Assert.Equal(purchases.Count, report.Lines);
        Assert.Equal(purchases.Count(p => p.Date < window.Start), report.LinesBeforeWindow);
        Assert.Equal(purchases.Count(p => p.Date >= window.End), report.LinesAfterWindow);
        Assert.Equal(expected.Full, report.FullRefunds);
        Assert.Equal(expected.Partial, report.PartialRefunds);
        Assert.Equal(expected.Unmatched.Count, report.UnmatchedRefunds);
        Assert.Equal(expected.Unmatched.Sum(u => u.Amount), report.UnmatchedAmount);
        Assert.Equal(expected.Unmatched.Take(20), report.FirstUnmatched);
        Assert.Equal(expected.Rows.Count(row => row.LeftTruncated), report.LeftTruncatedCustomers);
        Assert.Equal(expected.WithoutPurchase, report.CustomersWithoutPurchase.Select(id => id.Value));
    }

    [Property(MaxTest = 300)]
    public void Repeat_purchases_by_day_are_the_rows_repeat_days(int seed)
    {
        ObservationWindow window = RandomPurchases.Window(seed);
        NaiveResult expected = NaiveSummary.Of(RandomPurchases.Make(seed), window, 1);
        PurchaseSummaries actual = RandomPurchases.Builder(RandomPurchases.Make(seed)).Build(window, TimeUnit.Day);
        if (expected.Rows.Count == 0)
        {
            Assert.Equal(0, actual.RepeatPurchasesByDay.Length);
            return;
        }

        LocalDate first = expected.Rows.Min(row => row.Days[0]);
        int[] byDay = new int[Period.DaysBetween(first, window.LastDay) + 1];
        foreach (LocalDate day in expected.Rows.SelectMany(row => row.Days.Skip(1)))
            byDay[Period.DaysBetween(first, day)]++;
        Assert.Equal(byDay, actual.RepeatPurchasesByDay.ToArray());
    }

    [Property(MaxTest = 300)]
    public void The_holdout_equals_the_naive_rules(int seed, byte days)
    {
        List<Purchase> purchases = RandomPurchases.Make(seed);
        ObservationWindow window = RandomPurchases.Window(seed);
        LocalDate lastDay = window.LastDay.PlusDays(1 + (days % RandomPurchases.Days));
        PurchaseSummaryBuilder builder = RandomPurchases.Builder(purchases);
        PurchaseSummaries calibration = builder.Build(window, TimeUnit.Week);
        HoldoutColumns actual = builder.BuildHoldout(calibration, lastDay);

        Dictionary<string, NaiveRow> expected = NaiveSummary.Of(purchases, ObservationWindow.Between(window.End, lastDay.PlusDays(1)), 7).Rows.ToDictionary(row => row.Customer);
        Assert.Equal((1 + (days % RandomPurchases.Days)) / 7d, actual.Length);
        Assert.Equal(calibration.Count, actual.Count);
        for (int row = 0; row < actual.Count; row++)
        {
            NaiveRow? naive = expected.GetValueOrDefault(calibration.Columns.Customers[row].Value);
            Assert.Equal((naive?.Frequency + 1) ?? 0, actual.Frequency[row]);
            Assert.Equal((double)(naive?.Mean ?? 0), actual.Spend[row], 1e-12);
        }
    }

    [Property(MaxTest = 300)]
    public void Any_order_split_and_number_of_threads_give_the_same_bits(int seed, byte parts, byte workers)
    {
        List<Purchase> purchases = RandomPurchases.Make(seed);
        ObservationWindow window = RandomPurchases.Window(seed);
        string expected = Print(RandomPurchases.Builder(purchases, workers: 1).BuildDetailed(window, TimeUnit.Month));

        Random random = new(seed);
        Purchase[] shuffled = purchases.ToArray();
        random.Shuffle(shuffled);
        PurchaseSummaryBuilder[] builders = shuffled.GroupBy(_ => random.Next(1 + (parts % 5))).Select(part => RandomPurchases.Builder(part, 1 + (workers % 4))).ToArray();
        PurchaseSummaryBuilder whole = new() { Workers = 1 + (workers % 4) };
        foreach (PurchaseSummaryBuilder builder in builders)
            whole.Merge(builder);
        Assert.Equal(purchases.Count, whole.Lines);
        Assert.Equal(expected, Print(whole.BuildDetailed(window, TimeUnit.Month)));

        // The other way round: into the last part, everything before it.
        for (int i = builders.Length - 2; i >= 0; i--)
            builders[^1].Merge(builders[i]);
        Assert.Equal(expected, Print((builders.LastOrDefault() ?? whole).BuildDetailed(window, TimeUnit.Month)));
    }

    [Property(MaxTest = 200)]
    public void What_comes_after_the_window_changes_nothing(int seed)
    {
        List<Purchase> purchases = RandomPurchases.Make(seed);
        ObservationWindow window = RandomPurchases.Window(seed);
        PurchaseSummaries known = RandomPurchases.Builder(purchases.Where(p => p.Date < window.End && p.Cost is null)).Build(window, TimeUnit.Day);
        PurchaseSummaries all = RandomPurchases.Builder(purchases.Where(p => p.Cost is null)).Build(window, TimeUnit.Day);
        Assert.Equal(Columns(known), Columns(all));
        Assert.Equal(known.Report.CustomersWithoutPurchase, all.Report.CustomersWithoutPurchase);
        Assert.Equal(known.Report.FirstUnmatched, all.Report.FirstUnmatched);
    }

    internal static string Print(PurchaseSummaries summaries)
    {
        SummaryReport r = summaries.Report;
        return string.Join('\n', Columns(summaries).Append(string.Join(' ', summaries.RepeatPurchasesByDay.ToArray())).Append(
            $"{r.Lines} {r.LinesBeforeWindow} {r.LinesAfterWindow} {r.FullRefunds} {r.PartialRefunds} {r.UnmatchedRefunds} {r.UnmatchedAmount} {r.LeftTruncatedCustomers} {string.Join(' ', r.CustomersWithoutPurchase)} {string.Join(' ', r.FirstUnmatched)}"));
    }

    /// <summary>The columns row by row, doubles by their bits.</summary>
    private static IEnumerable<string> Columns(PurchaseSummaries summaries) => Enumerable.Range(0, summaries.Count).Select(row =>
        $"{summaries.Columns.Customers[row]} {summaries.Columns.Frequency[row]} {BitConverter.DoubleToInt64Bits(summaries.Columns.Recency[row])} {BitConverter.DoubleToInt64Bits(summaries.Columns.Age[row])} {BitConverter.DoubleToInt64Bits(summaries.Columns.Spend[row])} {summaries.FirstDays[row]} {summaries.LastDays[row]} {summaries.Revenue[row]} {(summaries.HasCost ? summaries.Cost[row] : null)}{Details(summaries, row)}");

    private static string Details(PurchaseSummaries summaries, int row) => summaries.LastGaps.Length == 0 ? "" :
        $" {BitConverter.DoubleToInt64Bits(summaries.Columns.LogGaps[row])} {BitConverter.DoubleToInt64Bits(summaries.Columns.LogSpend[row])} {summaries.LastGaps[row]} {summaries.GapsBefore[row]}";
}
