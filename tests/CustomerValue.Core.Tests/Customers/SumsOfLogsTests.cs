using CustomerValue.Customers;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public class SumsOfLogsTests
{
    [Property(MaxTest = 500)]
    public void They_equal_the_naive_rules_and_leave_the_rest_as_it_is(int seed)
    {
        List<Purchase> purchases = RandomPurchases.Make(seed);
        ObservationWindow window = RandomPurchases.Window(seed);
        List<NaiveRow> expected = NaiveSummary.Of(purchases, window, 7).Rows;
        PurchaseSummaryBuilder builder = RandomPurchases.Builder(purchases);
        PurchaseSummaries plain = builder.Build(window, TimeUnit.Week);
        PurchaseSummaries actual = builder.BuildDetailed(window, TimeUnit.Week);

        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(plain.Columns.Frequency.ToArray(), actual.Columns.Frequency.ToArray());
        Assert.Equal(plain.Columns.Recency.ToArray(), actual.Columns.Recency.ToArray());
        Assert.Equal(plain.Columns.Age.ToArray(), actual.Columns.Age.ToArray());
        Assert.Equal(plain.Columns.Spend.ToArray(), actual.Columns.Spend.ToArray());
        for (int row = 0; row < actual.Count; row++)
        {
            int[] gaps = expected[row].Days.Zip(expected[row].Days.Skip(1), (from, to) => Period.DaysBetween(from, to)).ToArray();
            Assert.Equal(gaps.Sum(gap => Math.Log(gap / 7.0)), actual.Columns.LogGaps[row], 1e-12);
            Assert.Equal(gaps.LastOrDefault(), actual.LastGaps[row]);
            Assert.Equal(gaps.Length < 2 ? 0 : gaps[^2], actual.GapsBefore[row]);
            decimal[] values = expected[row].Values.Skip(1).ToArray();
            double logSpend = values.Any(value => value <= 0) ? double.NaN : values.Sum(value => Math.Log((double)value));
            Assert.Equal(logSpend, actual.Columns.LogSpend[row], 1e-12);
            Assert.Equal(double.IsNaN(logSpend), actual.Columns[row].LogSpend is null);
        }
    }

    [Fact]
    public void Nothing_is_summed_where_nobody_asks()
    {
        PurchaseSummaries plain = RandomPurchases.Builder(RandomPurchases.Make(1)).Build(RandomPurchases.Window(1), TimeUnit.Day);
        Assert.Equal(0, plain.Columns.LogGaps.Length + plain.Columns.LogSpend.Length + plain.LastGaps.Length + plain.GapsBefore.Length);
    }

    /// <summary>A purchase that is taken back leaves no gap and no value behind, wherever it lay.</summary>
    [Fact]
    public void A_purchase_and_its_refund_change_nothing()
    {
        LocalDate first = new(2024, 1, 1);
        Purchase Of(int day, decimal amount, string order) => new() { Customer = new("a"), Date = first.PlusDays(day), Amount = amount, Order = order };
        Purchase[] kept = [Of(0, 5, "1"), Of(10, 8, "2"), Of(12, 2, "3"), Of(12, 1, "4"), Of(40, 7, "5")];
        ObservationWindow window = ObservationWindow.Through(first.PlusDays(60));
        PurchaseSummaries without = RandomPurchases.Builder(kept).BuildDetailed(window, TimeUnit.Day);
        PurchaseSummaries with = RandomPurchases.Builder([Of(50, -9, "x"), .. kept, Of(11, 9, "x"), Of(45, 3, "y"), Of(46, -3, "y")]).BuildDetailed(window, TimeUnit.Day);

        Assert.Equal(Math.Log(10) + Math.Log(2) + Math.Log(28), without.Columns.LogGaps[0], 1e-14);
        Assert.Equal(Math.Log(8) + Math.Log(3) + Math.Log(7), without.Columns.LogSpend[0], 1e-14);
        Assert.Equal((2, 28), (without.GapsBefore[0], without.LastGaps[0]));
        Assert.Equal(without.Columns[0], with.Columns[0]);
        Assert.Equal((2, 28), (with.GapsBefore[0], with.LastGaps[0]));
    }

    [Fact]
    public void A_repeat_purchase_of_no_value_makes_the_sum_of_log_values_unknown_but_a_first_one_does_not()
    {
        LocalDate first = new(2024, 1, 1);
        Purchase Of(string customer, int day, decimal amount) => new() { Customer = new(customer), Date = first.PlusDays(day), Amount = amount };
        PurchaseSummaries summaries = RandomPurchases.Builder([Of("a", 0, 1), Of("a", 3, 0), Of("b", 0, 0), Of("b", 3, 2), Of("c", 0, 4)])
            .BuildDetailed(ObservationWindow.Through(first.PlusDays(9)), TimeUnit.Day);
        Assert.Equal([double.NaN, Math.Log(2), 0], summaries.Columns.LogSpend.ToArray());
        Assert.Equal([Math.Log(3), Math.Log(3), 0], summaries.Columns.LogGaps.ToArray());
        Assert.Null(summaries.Columns[0].LogSpend);
    }
}
