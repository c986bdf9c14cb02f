using System.Globalization;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>
/// CDNOW with what a customer paid on the first day (in hundreds) and whether that was for more than two CDs, against scipy's minimize
/// (BFGS, then Nelder–Mead, then BFGS) of an independent likelihood by gammaln, betaln and hyp2f1.
/// </summary>
public class CovariateCdnowTests
{
    [SkippableTheory]
    [InlineData("bg-nbd", -9557.812753095, new[] { 0.25548465, 6.56313453, 0.85525227, 2.53321947, 0.5315381, 0.42634356, -0.21397903, 0.0595436 }, new[] { 0.18790061, 0.14641756, 0.21896289, 0.1933317 })]
    [InlineData("mbg-nbd", -9555.286494102, new[] { 0.58918255, 8.92377271, 0.95075888, 1.46227701, 0.61451728, 0.15073952, 0.02771751, -0.33748076 }, new[] { 0.18473798, 0.15315143, 0.14769195, 0.15043519 })]
    [InlineData("pareto-nbd", -9566.216364092, new[] { 0.59836642, 14.81075288, 0.5199007, 9.44337967, 0.55835911, 0.22341751, 0.61421913, -0.49457729 }, new[] { 0.14775632, 0.11907625, 0.35935395, 0.30777076 })]
    public void The_optimum_is_scipys_to_5_digits(string model, double logLikelihood, double[] parameters, double[] errors)
    {
        FitReport report = new CovariateEstimator(model).Fit(Cdnow.Calibration(), FirstDay()).Report;
        Assert.True(report.Converged);
        Assert.Equal(logLikelihood, report.LogLikelihood, 1e-6);
        for (int i = 0; i < parameters.Length; i++)
            Assert.Equal(parameters[i], report.Parameters[i].Value, 2e-5 * (1 + Math.Abs(parameters[i])));
        for (int i = 0; i < errors.Length; i++)
            Relative.Equal(errors[i], report.StandardErrors![4 + i], 1e-4);
        Assert.InRange(report.LikelihoodRatio!.PValue, 0, 1e-9);
    }

    private static CovariateTable FirstDay()
    {
        Dictionary<int, (string Date, double Paid, int Discs)> first = [];
        foreach (string[] row in SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(',')))
        {
            int customer = int.Parse(row[1], CultureInfo.InvariantCulture);
            first.TryAdd(customer, (row[2], 0, 0));
            if (first[customer].Date == row[2])
                first[customer] = (row[2], first[customer].Paid + double.Parse(row[4], CultureInfo.InvariantCulture), first[customer].Discs + int.Parse(row[3], CultureInfo.InvariantCulture));
        }

        var ordered = first.OrderBy(customer => customer.Key).Select(customer => customer.Value).ToArray();
        return CovariateTable.Of(CovariateColumn.OfNumbers("paid", ordered.Select(day => day.Paid / 100)), CovariateColumn.OfLevels("discs", ordered.Select(day => day.Discs > 2 ? "many" : "few"), "few"));
    }
}
