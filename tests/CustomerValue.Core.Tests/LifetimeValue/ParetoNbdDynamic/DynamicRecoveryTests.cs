using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

/// <summary>Fits of drawn customers find the parameters they were drawn from, and their intervals hold them as often as they say.</summary>
public class DynamicRecoveryTests
{
    private static readonly ParetoNbdDynamicModel Truth = new(0.8, 8, 0.9, 15, [new("wave", 0.5), new("promo", 0.6)], [new("wave", 0.5)], TimeUnit.Week);

    [Fact]
    public void A_few_small_data_sets()
    {
        (double[] coverage, double[] pulls) = Recover(8, 500);
        Assert.InRange(coverage.Average(), 0.86, 1);
        Assert.All(pulls, pull => Assert.InRange(pull, -1.3, 1.3));
    }

    [SkippableFact]
    public void A_hundred_data_sets_of_3000_customers()
    {
        LongTests.SkipUnlessAsked();
        (double[] coverage, double[] pulls) = Recover(100, 3000);
        Assert.All(coverage, share => Assert.InRange(share, 0.90, 0.99));
        Assert.All(pulls, pull => Assert.InRange(pull, -0.4, 0.4));
    }

    /// <summary>How often the 95 % interval of each parameter holds the truth, and the mean error by standard errors. Positive parameters by their logs.</summary>
    private static (double[] Coverage, double[] Pulls) Recover(int sets, int customers)
    {
        CovariatePaths paths = DynamicSamples.Paths();
        int n = Truth.Parameters.Count;
        double[] held = new double[n];
        double[] pulls = new double[n];
        for (int set = 0; set < sets; set++)
        {
            CovariateHistories histories = DynamicSamples.Drawn(Truth, paths, customers, 100, new Random(1000 + set));
            FitReport report = new ParetoNbdDynamicEstimator().Fit(histories, ["wave", "promo"], ["wave"]).Report;
            Assert.True(report.Converged, report.Reason?.English);
            for (int i = 0; i < n; i++)
            {
                double found = report.Parameters[i].Value;
                double truth = Truth.Parameters[i].Value;
                double pull = i < 4 ? Math.Log(found / truth) / (report.StandardErrors![i] / found) : (found - truth) / report.StandardErrors![i];
                held[i] += Math.Abs(pull) < 1.96 ? 1.0 / sets : 0;
                pulls[i] += pull / sets;
            }
        }

        return (held, pulls);
    }
}
