using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbd;

public class ParetoNbdRecoveryTests
{
    /// <summary>100 populations of 3,000 customers: the 95 % intervals hold the truth between 90 and 99 times.</summary>
    [Fact]
    public void Intervals_hold_the_truth_as_often_as_they_say()
    {
        double[] truth = [0.8, 6, 0.9, 15];
        ParetoNbdModel model = new(truth[0], truth[1], truth[2], truth[3], TimeUnit.Week);
        Random random = new(2024);
        int[] held = new int[4];
        for (int sample = 0; sample < 100; sample++)
        {
            FitReport report = new ParetoNbdEstimator().Fit(Simulated.Columns(model, random, 3000, 78)).Report;
            Assert.True(report.Converged, report.Reason?.English);
            for (int i = 0; i < 4; i++)
            {
                // On logarithms, where the likelihood is nearer to a parabola.
                double z = Math.Log(report.Parameters[i].Value / truth[i]) / (report.StandardErrors![i] / report.Parameters[i].Value);
                held[i] += Math.Abs(z) < 1.959964 ? 1 : 0;
            }
        }

        Assert.All(held, count => Assert.InRange(count, 90, 99));
    }
}
