using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Tests.Segmentation;
using CustomerValue.Validation;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Contribution;

public class ContributionTests
{
    private const ContributionLevel High = ContributionLevel.High, Middle = ContributionLevel.Middle, Low = ContributionLevel.Low;

    [Fact]
    public void Shares_ranks_and_levels_by_hand()
    {
        ContributionTable table = Of([10, 50, 3, 30, 7]);
        Assert.Equal(100, table.Total);
        Assert.Equal([0.10, 0.50, 0.03, 0.30, 0.07], table.Share.ToArray());
        Assert.Equal([3, 1, 5, 2, 4], table.Rank.ToArray());
        Assert.Equal([0.90, 0.50, 1.00, 0.80, 0.97], table.CumulativeShare.ToArray());
        // 30 reaches 80 % exactly, so 10 begins the middle; 7 crosses 95 % and counts in.
        Assert.Equal([Middle, High, Low, High, Middle], table.Level.ToArray());
        Assert.False(table.IsProfit);
        Assert.True(table.Profit.IsEmpty);
        Assert.Equal(SmallBase.LastDay, table.Period.LastDay);
    }

    [Fact]
    public void The_customer_who_crosses_a_share_counts_in() => Assert.Equal([High, High, Middle], Of([70, 20, 10]).Level.ToArray());

    [Fact]
    public void Ties_share_the_smaller_rank_the_whole_group_s_share_and_the_level()
    {
        ContributionTable table = Of([20, 20, 60, 20, 0, 20]);
        Assert.Equal([2, 2, 1, 2, 6, 2], table.Rank.ToArray());
        Assert.Equal([1, 1, 60 / 140.0, 1, 1, 1], table.CumulativeShare.ToArray());
        Assert.Equal([High, High, High, High, Low, High], table.Level.ToArray());
    }

    [Fact]
    public void Amounts_finer_than_millionths_or_beyond_trillions_are_ranked_exactly()
    {
        Assert.Equal([2, 1, 3], Of([0.00000012m, 0.00000013m, 0.00000011m]).Rank.ToArray());
        Assert.Equal([2, 1, 3], Of([20_000_000_000_000.1m, 20_000_000_000_000.2m, 1m]).Rank.ToArray());
    }

    [Fact]
    public void Money_thresholds_decide_where_given()
        => Assert.Equal([Middle, High, Low, High, Low], Of([10, 50, 3, 30, 7], options: new ContributionOptions { HighFrom = 30, MiddleFrom = 7.01m }).Level.ToArray());

    [Fact]
    public void Profit_is_shared_out_where_costs_are_known_and_a_loss_is_negative()
    {
        ContributionTable table = Of([100, 100, 100], prospects: 1, cost: [40, 120, 60]);
        Assert.True(table.IsProfit);
        Assert.Equal([60, -20, 40, 0], table.Profit.ToArray());
        Assert.Equal([100, 100, 100, 0], table.Revenue.ToArray());
        Assert.Equal([0.75, -0.25, 0.5, 0], table.Share.ToArray());
        Assert.Equal([1, 4, 2, 3], table.Rank.ToArray());
        Assert.Equal([0.75, 1, 1.25, 1.25], table.CumulativeShare.ToArray());
        Assert.Equal([High, Low, High, Low], table.Level.ToArray());
    }

    [Fact]
    public void Without_a_positive_total_shares_are_0_and_all_are_low()
    {
        foreach (decimal[] revenue in new decimal[][] { [0, 0], [5, -5], [1, -7], [-1, -2] })
        {
            ContributionTable table = Of(revenue);
            Assert.Equal([0, 0], table.Share.ToArray());
            Assert.Equal([0, 0], table.CumulativeShare.ToArray());
            Assert.Equal([Low, Low], table.Level.ToArray());
            Assert.All(table.ParetoCurve(3), point => Assert.Equal(0, point.Value));
        }
    }

    [Fact]
    public void One_customer_equal_customers_and_none()
    {
        ContributionTable one = Of([5]);
        Assert.Equal((1.0, 1.0, 1, High, 0.0), (one.Share[0], one.CumulativeShare[0], one.Rank[0], one.Level[0], one.Gini));

        ContributionTable equal = Of([0.1m, 0.1m, 0.1m]);
        Assert.Equal([1, 1, 1], equal.Rank.ToArray());
        Assert.Equal([High, High, High], equal.Level.ToArray());
        Assert.Equal(0, equal.Gini);

        ContributionTable none = Of([]);
        Assert.Equal(0, none.Count);
        Assert.Equal(0, none.Gini);
        Assert.Equal([new ParetoPoint(0, 0), new ParetoPoint(1, 0)], none.ParetoCurve(2));
    }

    /// <summary>Mean absolute difference over all pairs, over twice the mean: [1, 2, 3, 4] gives 20/16/(2·2.5) = 0.25; one of four gives all: 0.75.</summary>
    [Theory]
    [InlineData(0.25, 1, 2, 3, 4)]
    [InlineData(0.75, 0, 0, 9, 0)]
    [InlineData(0.75, -3, 0, 9, -1)]
    [InlineData(0.5, 0, 0, 5, 5)]
    [InlineData(0, -1, -1, 0, 0)]
    public void Gini_by_hand(double gini, double a, double b, double c, double d) => Assert.Equal(gini, Of([(decimal)a, (decimal)b, (decimal)c, (decimal)d]).Gini, 15);

    [Fact]
    public void Pareto_curve_by_hand()
    {
        ContributionTable table = Of([10, 60, 30, 0]);
        Assert.Equal([new ParetoPoint(0, 0), new ParetoPoint(0.25, 0.6), new ParetoPoint(0.5, 0.9), new ParetoPoint(0.75, 1), new ParetoPoint(1, 1)], table.ParetoCurve(5));
        Assert.Equal([new ParetoPoint(0, 0), new ParetoPoint(0.5, 0.9), new ParetoPoint(1, 1)], table.ParetoCurve(3));
        Assert.Equal(0.3, table.ParetoCurve(9)[1].Value, 15);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.ParetoCurve(1));
    }

    [Fact]
    public void Reasons_name_the_evidence_in_both_languages()
    {
        ContributionTable table = Of([1234.5m, 56765.5m, -10, 10], currency: new Currency("CNY"));
        Assert.Equal("Gave 1,234.50 CNY of 58,000.00 CNY in all (2.1%), rank 2 of 4: low.", table.Explain(0).English);
        Assert.Equal("贡献收入1,234.50 CNY，全部客户合计58,000.00 CNY（占2.1%），在4名客户中排第2：低贡献。", table.Explain(0).Chinese);
        Assert.Equal("Gave 56,765.50 CNY of 58,000.00 CNY in all (97.9%), rank 1 of 4: high.", table.Explain(1).English);
        Assert.Equal("Gave -10.00 CNY of 58,000.00 CNY in all (>-0.1%), rank 4 of 4: low.", table.Explain(2).English);
        Assert.Equal("Gave a profit of -1.00 of -1.00 in all, rank 1 of 1: low.", Of([5], cost: [6]).Explain(0).English);
        Assert.Equal("贡献利润-1.00，全部客户合计-1.00，在1名客户中排第1：低贡献。", Of([5], cost: [6]).Explain(0).Chinese);
    }

    [Fact]
    public void Every_mistake_of_the_options_is_named_at_once()
    {
        string[] Problems(ContributionOptions options) => [.. options.Validate().Select(problem => problem.ToString())];
        Assert.Empty(Problems(new ContributionOptions()));
        Assert.Empty(Problems(new ContributionOptions { HighFrom = 2, MiddleFrom = 1 }));
        Assert.Equal(
            ["HighShare: '1' is not in (0, 1); 0.80 makes those high who give the first 80 %.",
             "MiddleShare: '0.5' is not above HighShare 1; it is counted from the top, as HighShare is.",
             "MiddleFrom: is missing; give both money thresholds, or none for shares."],
            Problems(new ContributionOptions { HighShare = 1, MiddleShare = 0.5, HighFrom = 3 }));
        Assert.Equal(
            ["HighShare: 'NaN' is not in (0, 1); 0.80 makes those high who give the first 80 %.",
             "MiddleFrom: '0' is not above 0; who gives nothing is low.",
             "HighFrom: '0' is not above MiddleFrom 0."],
            Problems(new ContributionOptions { HighShare = double.NaN, HighFrom = 0, MiddleFrom = 0 }));
        Assert.Throws<DataRejectedException>(() => new ContributionCalculator(new ContributionOptions { HighShare = 2 }));
    }

    [Property(MaxTest = 200)]
    public void Shares_sum_to_1_levels_follow_value_and_the_Gini_is_that_of_all_pairs(int seed)
    {
        decimal[] revenue = Random(seed);
        ContributionTable table = Of(revenue, prospects: seed & 1);
        if (table.Total > 0)
            Assert.Equal(1, table.Share.ToArray().Sum(), 9);
        for (int row = 0; row < revenue.Length; row++)
        {
            Assert.Equal(1 + table.Value.ToArray().Count(value => value > revenue[row]), table.Rank[row]);
            for (int other = 0; other < revenue.Length; other++)
            {
                if (revenue[other] >= revenue[row])
                    Assert.True(table.Level[other] >= table.Level[row]);
            }
        }

        double[] clipped = revenue.Select(value => Math.Max(0, (double)value)).ToArray();
        double pairs = clipped.Sum(one => clipped.Sum(other => Math.Abs(one - other)));
        Assert.Equal(pairs == 0 ? 0 : pairs / (2 * clipped.Length * clipped.Sum()), table.Gini, 12);
        Assert.InRange(table.Gini, 0, 1);
        Assert.Equal(table.Total > 0 ? 1 : 0, table.ParetoCurve(7)[6].Value);
    }

    [Property(MaxTest = 200)]
    public void Scaling_money_or_reordering_rows_changes_nothing(int seed)
    {
        decimal[] revenue = Random(seed);
        ContributionTable table = Of(revenue), scaled = Of([.. revenue.Select(value => value * 0.5m)]), reversed = Of([.. revenue.Reverse()]);
        Assert.Equal(table.Share.ToArray(), scaled.Share.ToArray());
        Assert.Equal(table.CumulativeShare.ToArray(), scaled.CumulativeShare.ToArray());
        Assert.Equal(table.Level.ToArray(), scaled.Level.ToArray());
        Assert.Equal(table.Gini, scaled.Gini, 12);
        Assert.Equal(table.Share.ToArray().Reverse(), reversed.Share.ToArray());
        Assert.Equal(table.Rank.ToArray().Reverse(), reversed.Rank.ToArray());
        Assert.Equal(table.CumulativeShare.ToArray().Reverse(), reversed.CumulativeShare.ToArray());
        Assert.Equal(table.Level.ToArray().Reverse(), reversed.Level.ToArray());
        Assert.Equal(table.Gini, reversed.Gini);
        Assert.Equal(table.ParetoCurve(11), reversed.ParetoCurve(11));
    }

    private static decimal[] Random(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(-3, random.Next(2) == 0 ? 10 : 1000) * 0.02m)];
    }

    private static ContributionTable Of(decimal[] revenue, int prospects = 0, decimal[]? cost = null, Currency currency = default, ContributionOptions? options = null)
        => new ContributionCalculator(options).Calculate(SmallBase.Of([.. revenue.Select(value => (1, 1, value))], prospects, cost, currency));
}
