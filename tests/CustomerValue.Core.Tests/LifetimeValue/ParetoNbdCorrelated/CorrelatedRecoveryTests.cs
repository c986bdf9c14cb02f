using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdCorrelated;

/// <summary>
/// Data sets of 3,000 customers from one truth with m between its bounds, and how often its parameters lie in the 95 % intervals: those above 0 by
/// their logarithms, m as it is. Four data sets here, a hundred where long tests are asked for. A fit whose m lies on a bound has no intervals:
/// it is counted as a miss, and few may end there.
/// </summary>
public class CorrelatedRecoveryTests
{
    private static readonly int DataSets = LongTests.Asked ? 100 : 4;

    [Theory]
    [InlineData(0.8, 1.5, 0.9, 2, 1.5)]
    [InlineData(1.2, 2, 0.9, 3, -0.4)]
    public void Intervals_hold_the_truth(double r, double alpha, double s, double beta, double m)
    {
        ParetoNbdCorrelatedModel truth = new(r, alpha, s, beta, m, TimeUnit.Week);
        int[] held = new int[5];
        double[] deviations = new double[5];
        int onBound = 0;
        for (int set = 0; set < DataSets; set++)
        {
            FitReport report = new ParetoNbdCorrelatedEstimator().Fit(Simulated.Columns(truth, new Random(1000 + set), 3000, 40)).Report;
            Assert.True(report.Converged, report.Reason?.English);
            if (report.StandardErrors is not { } errors)
            {
                onBound++;
                continue;
            }

            for (int i = 0; i < 5; i++)
            {
                (double found, double true0) = (report.Parameters[i].Value, truth.Parameters[i].Value);
                double z = i < 4 ? Math.Log(found / true0) / (errors[i] / found) : (found - true0) / errors[i];
                held[i] += Math.Abs(z) <= 1.96 ? 1 : 0;
                deviations[i] += z;
            }
        }

        Assert.InRange(onBound, 0, LongTests.Asked ? 5 : 1);
        for (int i = 0; i < 5; i++)
        {
            // Of four, 2 or more but once in 2,000; of a hundred, 90 to 99.
            Assert.InRange(held[i] + (LongTests.Asked ? 0 : onBound), LongTests.Asked ? 90 : 2, LongTests.Asked ? 99 : 4);
            Assert.InRange(deviations[i] / Math.Sqrt(DataSets - onBound), -4, 4);
        }
    }

    /// <summary>By a bound the barrier's curvature is a hundred thousand times the likelihood's: the search must not be called endless, or stopped, for that.</summary>
    [Fact]
    public void A_maximum_on_the_lower_bound_of_a_small_base_is_found_and_told()
    {
        SummaryColumns columns = Simulated.Columns(new ParetoNbdCorrelatedModel(0.8, 1.5, 0.9, 2, -0.8, TimeUnit.Week), new Random(1019), 400, 30);
        FitResult<PurchaseModel> fit = new ParetoNbdCorrelatedEstimator().Fit(columns);
        Assert.True(fit.Report.Converged, fit.Report.Reason?.English);
        Assert.Null(fit.Report.StandardErrors);
        Assert.True(fit.Report.GradientNorm < 1e-9);
        double[] theta = [.. fit.Model.Parameters.Select(parameter => parameter.Value)];
        Relative.Equal(ParetoNbdCorrelatedModel.Bounds(theta[0], theta[1], theta[2], theta[3]).Lowest, theta[4], 1e-5);
        Assert.Contains(fit.Report.Warnings, warning => warning.English.Contains("on the bound", StringComparison.Ordinal));
    }
}
