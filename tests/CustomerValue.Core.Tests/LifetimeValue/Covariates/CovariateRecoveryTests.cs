using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>100 data sets of 3,000 customers drawn from a model: the 95 % interval of every coefficient and parameter holds the truth in 90 to 99 of them.</summary>
public class CovariateRecoveryTests
{
    private const int Customers = 3000;

    [Theory]
    [InlineData("pareto-nbd", 100)]
    [InlineData("bg-nbd", 100)]
    [InlineData("mbg-nbd", 100)]
    public void Intervals_hold_the_truth(string name, int sets) => Assert.All(Held(name, sets), parameter => Assert.InRange(parameter.Value, 90, 99));

    /// <summary>GGom/NBD integrates every history's silence numerically: all 100 take minutes.</summary>
    [SkippableFact]
    public void Intervals_of_ggom_nbd_hold_the_truth()
    {
        LongTests.SkipUnlessAsked();
        Intervals_hold_the_truth("ggom-nbd", 100);
    }

    /// <summary>What is always looked at: no coefficient is farther from the truth than 3.5 standard errors.</summary>
    [Fact]
    public void Three_fits_of_ggom_nbd_are_near_the_truth() =>
        Assert.All(Held("ggom-nbd", 3, 3.5).Where(parameter => parameter.Key.Contains('.', StringComparison.Ordinal)), parameter => Assert.Equal(3, parameter.Value));

    private static Dictionary<string, int> Held(string name, int sets, double width = 1.959964)
    {
        CovariatePurchaseModel truth = DrawnCustomers.Model(name);
        Dictionary<string, double> true0 = truth.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        Dictionary<string, int> held = true0.Keys.ToDictionary(key => key, _ => 0);
        for (int set = 0; set < sets; set++)
        {
            Random random = new(5000 + set);
            CovariateTable covariates = DrawnCustomers.Covariates(random, Customers);
            SummaryColumns columns = DrawnCustomers.Columns(truth, covariates, random, 104);
            FitReport report = new CovariateEstimator(name).Fit(columns, covariates).Report;
            Assert.True(report.Converged, report.Reason?.English);
            for (int i = 0; i < report.Parameters.Count; i++)
            {
                (string parameter, double value) = (report.Parameters[i].Name, report.Parameters[i].Value);
                double error = report.StandardErrors![i];
                // A parameter > 0 by its logarithm, whose likelihood is nearer to a parabola.
                double miss = truth.BaseParameters.Any(own => own.Name == parameter) ? Math.Log(value / true0[parameter]) / (error / value) : (value - true0[parameter]) / error;
                held[parameter] += Math.Abs(miss) < width ? 1 : 0;
            }
        }

        return held;
    }
}
