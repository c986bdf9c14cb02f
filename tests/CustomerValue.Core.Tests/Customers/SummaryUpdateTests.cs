using CustomerValue.Customers;
using CustomerValue.Validation;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.Customers;

/// <summary>New purchases join what was summed up before: without refunds to the last bit what all lines give at once.</summary>
public class SummaryUpdateTests
{
    private static readonly LocalDate LastDay = RandomPurchases.FirstDay.PlusDays(RandomPurchases.Days);

    [Property(MaxTest = 500)]
    public void However_a_span_is_cut_the_summaries_are_those_of_all_lines(int seed)
    {
        Purchase[] purchases = [.. RandomPurchases.Make(seed).Where(purchase => purchase.Amount >= 0)];
        LocalDate[] cuts = Cuts(seed);
        PurchaseSummaries updated = Until(purchases, cuts[0]);
        PurchaseSummaries whole = RandomPurchases.Builder(purchases).BuildDetailed(ObservationWindow.Through(LastDay), TimeUnit.Week);
        for (int i = 1; i < cuts.Length; i++)
            updated = updated.Update(RandomPurchases.Builder(Between(purchases, cuts[i - 1], cuts[i])), cuts[i]);

        AssertSame(whole, updated);
        Assert.Equal(whole.Columns.Frequency.ToArray(), updated.Columns.Frequency.ToArray());
        Assert.Equal(whole.Columns.Recency.ToArray(), updated.Columns.Recency.ToArray());
        Assert.Equal(whole.Columns.Age.ToArray(), updated.Columns.Age.ToArray());
        Assert.Equal(whole.Columns.Spend.ToArray(), updated.Columns.Spend.ToArray());
        Assert.Equal(whole.RepeatPurchasesByDay.ToArray(), updated.RepeatPurchasesByDay.ToArray());
        Assert.Equal(whole.LastGaps.ToArray(), updated.LastGaps.ToArray());
        Assert.Equal(whole.GapsBefore.ToArray(), updated.GapsBefore.ToArray());
        Assert.Equal(whole.Columns.LogGaps.ToArray(), updated.Columns.LogGaps.ToArray(), Close);
        Assert.Equal(whole.Columns.LogSpend.ToArray(), updated.Columns.LogSpend.ToArray(), Close);
        Assert.Equivalent(whole.Report, updated.Report, strict: true);
    }

    /// <summary>A refund of an older purchase can't be matched any more, but no money is lost.</summary>
    [Property(MaxTest = 300)]
    public void With_refunds_revenue_and_cost_are_still_all_there(int seed)
    {
        List<Purchase> purchases = RandomPurchases.Make(seed);
        LocalDate cut = Cuts(seed)[0];
        PurchaseSummaries updated = Until(purchases, cut).Update(RandomPurchases.Builder(Between(purchases, cut, LastDay)), LastDay);
        foreach (IGrouping<CustomerId, Purchase> customer in purchases.GroupBy(purchase => purchase.Customer))
        {
            int row = Array.IndexOf(updated.Columns.Customers.ToArray(), customer.Key);
            int other = updated.Report.CustomersWithoutPurchase.ToList().IndexOf(customer.Key);
            Assert.True(row >= 0 ^ other >= 0);
            Assert.Equal(customer.Sum(line => line.Amount), row >= 0 ? updated.Revenue[row] : updated.RevenueOfOthers[other]);
            if (updated.HasCost)
                Assert.Equal(customer.Sum(line => line.Cost ?? 0), row >= 0 ? updated.Cost[row] : updated.CostOfOthers![other]);
        }
    }

    [Property(MaxTest = 200)]
    public void Joining_is_associative(int seed)
    {
        List<Purchase> purchases = RandomPurchases.Make(seed);
        LocalDate[] cuts = Cuts(seed);
        PurchaseSummaries a = Until(purchases, cuts[0]);
        PurchaseSummaries b = Slice(purchases, cuts[0], cuts[1]);
        PurchaseSummaries c = Slice(purchases, cuts[1], cuts[2]);
        PurchaseSummaries left = a.Append(b).Append(c);
        PurchaseSummaries right = a.Append(b.Append(c));
        AssertSame(left, right);
        Assert.Equal(left.LastGaps.ToArray(), right.LastGaps.ToArray());
        Assert.Equal(left.GapsBefore.ToArray(), right.GapsBefore.ToArray());
        Assert.Equal(left.Columns.Spend.ToArray(), right.Columns.Spend.ToArray());
        Assert.Equivalent(left.Report, right.Report, strict: true);
    }

    [Fact]
    public void Logs_of_gaps_and_values_go_on_across_the_seam()
    {
        PurchaseSummaries Of(LocalDate start, LocalDate end, int frequency, int first, int last, double gaps, double spends, long firstValue) => new(
            ObservationWindow.Between(start, end),
            default,
            new SummaryColumns(TimeUnit.Week, [frequency], [(last - first) / 7.0], [(Days(end) - 1 - first) / 7.0], [1], [new CustomerId("a")], [gaps], [spends]),
            [first],
            [last],
            [10],
            null,
            [],
            RandomPurchases.Builder([]).Build(ObservationWindow.Between(start, end), TimeUnit.Week).Report)
        {
            Values = [10_000_000],
            FirstValues = [firstValue],
        };

        LocalDate seam = new(2024, 1, 15);
        PurchaseSummaries before = Of(new(2024, 1, 1), seam, 1, Days(new(2024, 1, 2)), Days(new(2024, 1, 9)), Math.Log(1), Math.Log(4), 6_000_000);
        PurchaseSummaries after = Of(seam, new(2024, 2, 1), 1, Days(new(2024, 1, 23)), Days(new(2024, 1, 30)), Math.Log(1), Math.Log(3), 7_000_000);
        SummaryColumns joined = before.Append(after).Columns;
        Relative.Equal(Math.Log(2), joined.LogGaps[0], 1e-14);
        Relative.Equal(Math.Log(4 * 7 * 3), joined.LogSpend[0], 1e-14);
        Assert.Equal((3, 14 / 3.0), (joined.Frequency[0], joined.Spend[0]));
    }

    [Fact]
    public void Lines_of_days_already_summed_up_are_refused_and_so_are_gaps_currencies_and_units()
    {
        PurchaseSummaries before = Until(RandomPurchases.Make(3), new LocalDate(2024, 1, 5));
        Purchase late = new() { Customer = new CustomerId("k5"), Date = new LocalDate(2024, 1, 5), Amount = 1 };

        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => before.Update(RandomPurchases.Builder([late]), LastDay));
        Assert.Contains("on or before 2024-01-05", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => before.Update(RandomPurchases.Builder([]), new LocalDate(2024, 1, 5)));
        PurchaseSummaryBuilder yuan = new(new Currency("CNY"));
        DataRejectedException apart = Assert.Throws<DataRejectedException>(() => before.Append(yuan.Build(ObservationWindow.Between(new LocalDate(2024, 2, 1), new LocalDate(2024, 3, 1)), TimeUnit.Day)));
        Assert.Equal(["window", "currency", "unit"], apart.Problems.Select(problem => problem.Field));
    }

    private static void AssertSame(PurchaseSummaries expected, PurchaseSummaries actual)
    {
        Assert.Equal(expected.Window, actual.Window);
        Assert.Equal(expected.Columns.Customers.ToArray(), actual.Columns.Customers.ToArray());
        Assert.Equal(expected.FirstDays.ToArray(), actual.FirstDays.ToArray());
        Assert.Equal(expected.LastDays.ToArray(), actual.LastDays.ToArray());
        Assert.Equal(expected.Revenue.ToArray(), actual.Revenue.ToArray());
        Assert.Equal(expected.HasCost, actual.HasCost);
        Assert.Equal(expected.Cost.ToArray(), actual.Cost.ToArray());
    }

    private static LocalDate[] Cuts(int seed)
    {
        Random random = new(seed);
        int first = random.Next(-2, RandomPurchases.Days - 3);
        int second = random.Next(first + 1, RandomPurchases.Days);
        return [RandomPurchases.FirstDay.PlusDays(first), RandomPurchases.FirstDay.PlusDays(second), LastDay];
    }

    private static bool Close(double expected, double actual) => double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 1e-10;

    private static PurchaseSummaries Until(IEnumerable<Purchase> purchases, LocalDate day) => RandomPurchases.Builder(purchases.Where(purchase => purchase.Date <= day)).BuildDetailed(ObservationWindow.Through(day), TimeUnit.Week);

    private static PurchaseSummaries Slice(IEnumerable<Purchase> purchases, LocalDate after, LocalDate day) => RandomPurchases.Builder(Between(purchases, after, day)).BuildDetailed(ObservationWindow.Between(after.PlusDays(1), day.PlusDays(1)), TimeUnit.Week);

    private static IEnumerable<Purchase> Between(IEnumerable<Purchase> purchases, LocalDate after, LocalDate day) => purchases.Where(purchase => purchase.Date > after && purchase.Date <= day);

    private static int Days(LocalDate day) => Period.DaysBetween(PurchaseSummaries.Epoch, day);
}
