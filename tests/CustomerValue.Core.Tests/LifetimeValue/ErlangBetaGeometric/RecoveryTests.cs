using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.MbgCnbdK;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

/// <summary>What is drawn from known parameters leads back to them.</summary>
public class RecoveryTests
{
    /// <summary>100 data sets of 3,000 customers: the 95 % intervals of the log parameters hold the truth in 90 to 99 of them.</summary>
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public void Intervals_cover_the_truth(bool leavesAtFirst, int k)
    {
        double[] truth = [0.9, 2.4, 0.8, 2.2];
        PurchaseModel model = leavesAtFirst ? new MbgCnbdKModel(0.9, 2.4, 0.8, 2.2, k, TimeUnit.Week) : new BgCnbdKModel(0.9, 2.4, 0.8, 2.2, k, TimeUnit.Week);
        IPurchaseModelEstimator estimator = leavesAtFirst ? new MbgCnbdKEstimator(k) : new BgCnbdKEstimator(k);
        Random random = new(7 + k);
        int[] held = new int[4];
        double[] meanError = new double[4];
        for (int set = 0; set < 100; set++)
        {
            FitReport report = estimator.Fit(SimulatedGaps.Draw(model, random, 3000, 60).Columns).Report;
            Assert.True(report.Converged, report.Reason?.English);
            for (int i = 0; i < 4; i++)
            {
                double z = Math.Log(report.Parameters[i].Value / truth[i]) / (report.StandardErrors![i] / report.Parameters[i].Value);
                held[i] += Math.Abs(z) < 1.96 ? 1 : 0;
                meanError[i] += z / 100;
            }
        }

        Assert.All(held, count => Assert.InRange(count, 90, 99));
        Assert.All(meanError, error => Assert.InRange(error, -0.4, 0.4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void The_likelihood_finds_k(int k)
    {
        MbgCnbdKModel model = new(0.9, 2.4, 0.8, 2.2, k, TimeUnit.Week);
        Random random = new(70 + k);
        for (int set = 0; set < 5; set++)
        {
            FitResult<PurchaseModel> fit = new MbgCnbdKEstimator().Fit(SimulatedGaps.Draw(model, random, 3000, 60).Columns);
            Assert.Equal(k, ((MbgCnbdKModel)fit.Model).Regularity);
        }
    }

    [Fact]
    public void A_beat_sharper_than_the_largest_k_tried_is_told_of()
    {
        MbgCnbdKModel model = new(30, 1, 0.8, 4, 25, TimeUnit.Week);
        FitReport report = new MbgCnbdKEstimator().Fit(SimulatedGaps.Draw(model, new Random(3), 1000, 30).Columns).Report;
        Assert.Equal(12, report.Parameters[4].Value);
        Assert.Contains(report.Warnings, warning => warning.English.Contains("largest that is tried", StringComparison.Ordinal));
        Assert.True(new MbgCnbdKEstimator(25).Fit(SimulatedGaps.Draw(model, new Random(3), 1000, 30).Columns).Report.LogLikelihood > report.LogLikelihood);
    }

    /// <summary>Without the gaps k can still be told from frequency and recency by a large base, and the report says that it is little.</summary>
    [Fact]
    public void Without_gaps_k_is_judged_by_recency_and_a_warning_says_so()
    {
        MbgCnbdKModel model = new(0.9, 2.4, 0.8, 2.2, 3, TimeUnit.Week);
        SummaryColumns columns = SimulatedGaps.Draw(model, new Random(5), 20_000, 60).Columns;
        SummaryColumns without = CdnowDays.WithoutGaps(columns);
        FitReport report = new MbgCnbdKEstimator().Fit(without).Report;
        Assert.InRange(report.Parameters[4].Value, 2, 5);
        Assert.Contains(report.Warnings, warning => warning.English.Contains("gaps between purchases are not known for 100%", StringComparison.Ordinal) && warning.Chinese.Contains("100%", StringComparison.Ordinal));
        Assert.DoesNotContain(new MbgCnbdKEstimator().Fit(columns).Report.Warnings, warning => warning.English.Contains("not known", StringComparison.Ordinal));
    }
}
