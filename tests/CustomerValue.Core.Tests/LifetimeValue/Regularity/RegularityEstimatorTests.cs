using CustomerValue.Customers;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.Regularity;
using CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.LifetimeValue.Regularity;

public class RegularityEstimatorTests
{
    /// <summary>Both ways find the k that customers were drawn with, whatever their paces, and know how far they are off.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Drawn_customers_lead_back_to_k(int k)
    {
        MbgCnbdKModel model = new(0.9, 0.5, 0.8, 2.2, k, TimeUnit.Week);
        Random random = new(40 + k);
        double[] pairs = new double[40];
        double[] likelihood = new double[40];
        for (int set = 0; set < pairs.Length; set++)
        {
            (SummaryColumns columns, double[] gapsBefore, double[] lastGaps) = SimulatedGaps.Draw(model, random, 1500, 400);
            RegularityEstimate byPairs = RegularityEstimator.ByWheatMorrison(gapsBefore, lastGaps)!;
            RegularityEstimate byLikelihood = RegularityEstimator.ByLikelihood(columns)!;
            pairs[set] = (byPairs.Regularity - k) / byPairs.StandardError!.Value;
            likelihood[set] = (byLikelihood.Regularity - k) / byLikelihood.StandardError!.Value;
            Assert.Equal(k, byLikelihood.WholeRegularity);
            Assert.True(byLikelihood.StandardError < byPairs.StandardError);
            Assert.Equal(columns.Frequency.ToArray().Count(x => x >= 2), byPairs.Customers);
            Assert.Equal(byPairs.Customers, byLikelihood.Customers);
            if (k > 1)
                Assert.True(byLikelihood.PValue < 1e-10, $"{byLikelihood.PValue}");
        }

        foreach (double[] z in new[] { pairs, likelihood })
        {
            Assert.InRange(z.Average(), -0.5, 0.5);
            Assert.InRange(Math.Sqrt(z.Average(value => value * value)), 0.75, 1.3);
        }
    }

    /// <summary>By hand: parts ¾ and ½ make V = 1/32 and k = 3½; computed with mpmath: the maximum of the Dirichlet likelihood.</summary>
    [Fact]
    public void Two_customers_by_hand()
    {
        RegularityEstimate byPairs = RegularityEstimator.ByWheatMorrison([3, 5, 0, 2], [1, 5, 4, 0])!;
        Assert.Equal(3.5, byPairs.Regularity, 1e-13);
        // y = 1/16 and 0: their mean has the standard error 1/32, and dk/dV = −1/(8V²) = −128.
        Assert.Equal(4, byPairs.StandardError!.Value, 1e-12);
        Assert.InRange(byPairs.WholeRegularity, 3, 4);
        Assert.Equal(2, byPairs.Customers);

        SummaryColumns columns = new(TimeUnit.Week, [2, 3, 1, 0, 2], [4, 10, 5, 0, 9], [10, 10, 10, 10, 10], logGaps: [Math.Log(3), Math.Log(2 * 3 * 5), Math.Log(5), 0, double.NaN]);
        RegularityEstimate byLikelihood = RegularityEstimator.ByLikelihood(columns)!;
        Assert.Equal(2, byLikelihood.Customers);
        Relative.Equal(3.2234274963601885, byLikelihood.Regularity, 1e-12);
        Relative.Equal(2.4643514925441731, byLikelihood.StandardError!.Value, 1e-12);
        Relative.Equal(1.7529314340512896, byLikelihood.LikelihoodRatio!.Value, 1e-12);
        Relative.Equal(0.18550863429038685, byLikelihood.PValue!.Value, 1e-12);
    }

    [Fact]
    public void Bursts_are_less_regular_than_chance_and_a_model_takes_k_1()
    {
        Random random = new(3);
        double[] Gaps() => [.. Enumerable.Range(0, 2000).Select(_ => Math.Exp(6 * random.NextDouble()))];
        RegularityEstimate estimate = RegularityEstimator.ByWheatMorrison(Gaps(), Gaps())!;
        Assert.InRange(estimate.Regularity, 0.1, 0.9);
        Assert.Equal(1, estimate.WholeRegularity);
    }

    [Fact]
    public void Perfect_regularity_is_infinite_and_no_gaps_are_no_estimate()
    {
        RegularityEstimate pairs = RegularityEstimator.ByWheatMorrison([7, 14], [7, 14])!;
        Assert.Equal((double.PositiveInfinity, 100, null), (pairs.Regularity, pairs.WholeRegularity, pairs.StandardError));
        SummaryColumns columns = new(TimeUnit.Day, [2, 4], [14, 28], [30, 30], logGaps: [2 * Math.Log(7), 4 * Math.Log(7)]);
        RegularityEstimate shares = RegularityEstimator.ByLikelihood(columns)!;
        Assert.Equal((double.PositiveInfinity, 100, null), (shares.Regularity, shares.WholeRegularity, shares.StandardError));

        Assert.Null(RegularityEstimator.ByWheatMorrison([0, 3], [2, 0]));
        Assert.Null(RegularityEstimator.ByLikelihood(new(TimeUnit.Day, [1, 0], [5, 0], [9, 9], logGaps: [Math.Log(5), 0])));
        Assert.Null(RegularityEstimator.ByLikelihood(new(TimeUnit.Day, [2, 3], [5, 4], [9, 9])));
    }

    [Fact]
    public void What_can_be_no_gap_is_refused_with_its_row()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => RegularityEstimator.ByWheatMorrison([1, -1, double.NaN], [2, 2, double.PositiveInfinity]));
        Assert.Equal([(1L, "gapsBefore"), (2L, "gapsBefore"), (2L, "lastGaps")], refused.Problems.Select(problem => (problem.Row!.Value, problem.Field)));
        Assert.Throws<DataRejectedException>(() => RegularityEstimator.ByWheatMorrison([1], [1, 2]));
        Assert.Throws<DataRejectedException>(() => RegularityEstimator.ByLikelihood(new(TimeUnit.Week, [2], [2], [9], logGaps: [2 * Math.Log(7)])));
        Assert.Throws<ArgumentNullException>(() => RegularityEstimator.ByLikelihood(null!));
        PurchaseSummaryBuilder builder = new();
        builder.Add(new Purchase { Customer = new("a"), Date = new LocalDate(2024, 1, 1), Amount = 1 });
        Assert.Throws<ArgumentException>(() => RegularityEstimator.ByWheatMorrison(builder.Build(ObservationWindow.Through(new LocalDate(2024, 1, 31)), TimeUnit.Day)));
    }

    [SkippableFact]
    public void Cdnow_buys_at_random()
    {
        PurchaseSummaries summaries = CdnowDays.Calibration();
        RegularityEstimate pairs = RegularityEstimator.ByWheatMorrison(summaries)!;
        RegularityEstimate shares = RegularityEstimator.ByLikelihood(summaries.Columns)!;
        Assert.Equal((1, 1), (pairs.WholeRegularity, shares.WholeRegularity));
        Assert.InRange(pairs.Regularity, 0.9, 1.2);
        Assert.InRange(shares.Regularity - pairs.Regularity, -3 * pairs.StandardError!.Value, 3 * pairs.StandardError!.Value);
    }
}
