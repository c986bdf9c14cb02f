using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Customers;

public class SummaryColumnsTests
{
    [Fact]
    public void Rows_are_summaries()
    {
        SummaryColumns columns = new(TimeUnit.Week, [0, 2], [0, 3.5], [7, 7], [0, 12.5], [new CustomerId("a"), new CustomerId("b")]);
        Assert.Equal(new PurchaseSummary(2, 3.5, 7, 12.5), columns[1]);
        Assert.True(columns.HasSpend);
        SummaryColumns bare = new(TimeUnit.Week, [2], [3.5], [7]);
        Assert.Equal((false, 0, 0), (bare.HasSpend, bare.Spend.Length, bare.Customers.Length));
        Assert.Equal(0, bare[0].Spend);
    }

    [Fact]
    public void Every_bad_row_is_named()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new SummaryColumns(
            TimeUnit.Day, [-1, 1, 1, 0, 1, 1, 1], [0, 8, -1, 1, 1, double.NaN, 1], [7, 7, 7, 7, double.PositiveInfinity, 7, 7], [0, 0, 0, 0, 0, 0, double.NaN]));
        Assert.Equal(
            [(0L, "frequency"), (1, "recency"), (2, "recency"), (3, "recency"), (4, "age"), (5, "recency"), (6, "spend")],
            refused.Problems.Select(problem => (problem.Row!.Value, problem.Field!)));
    }

    [Fact]
    public void The_first_twenty_problems_are_in_full_and_the_rest_counted()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new SummaryColumns(TimeUnit.Day, new int[30], new double[30], Enumerable.Repeat(-1d, 30).ToArray()));
        Assert.Equal((20, 30L), (refused.Problems.Count, refused.Count));
        Assert.EndsWith("… and 10 more problems.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_have_one_length()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new SummaryColumns(TimeUnit.Day, [1], [1, 2], [], [], []));
        Assert.Equal(["recency", "age", "spend", "customers"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_summary_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("recency", () => new PurchaseSummary(1, 8, 7));
        Assert.Throws<ArgumentOutOfRangeException>("spend", () => new PurchaseSummary(1, 1, 7, double.NaN));
    }

    [Fact]
    public void A_holdout_is_checked_too()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new HoldoutColumns(1, [0, -1], [double.NaN, 1]));
        Assert.Equal([(0L, "spend"), (1, "frequency")], refused.Problems.Select(problem => (problem.Row!.Value, problem.Field!)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutColumns(0, [], []));
        Assert.Throws<ArgumentException>(() => new HoldoutColumns(1, [1], []));
    }
}
