using System.Collections.Concurrent;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>100 data sets of 3,000 customers drawn from a model: the 95 % interval of every coefficient and parameter holds the truth in 90 to 99 of them.</summary>
public class CovariateRecoveryTests
{
    private const int Sets = 100, Customers = 3000;

    public static TheoryData<string> Models => new(CovariateEstimator.Models);

    [Theory]
    [MemberData(nameof(Models))]
    public void Intervals_hold_the_truth(string name)
    {
        CovariatePurchaseModel truth = DrawnCustomers.Model(name);
        Dictionary<string, double> true0 = truth.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        Dictionary<string, int> held = true0.Keys.ToDictionary(key => key, _ => 0);
        for (int set = 0; set < Sets; set++)
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
                held[parameter] += Math.Abs(miss) < 1.959964 ? 1 : 0;
            }
        }

        Console.WriteLine(name + ' ' + string.Join(' ', held));
        Assert.All(held, parameter => Assert.InRange(parameter.Value, 90, 99));
    }
}
