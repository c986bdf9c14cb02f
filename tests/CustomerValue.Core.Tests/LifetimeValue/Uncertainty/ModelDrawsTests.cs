using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Tests.LifetimeValue.Uncertainty;

public class ModelDrawsTests
{
    private static readonly SummaryColumns Customers = Simulated.Columns(new MbgNbdModel(0.6, 6, 0.9, 1.8, TimeUnit.Week), new Random(2), 400, 52);
    private static readonly FitResult<PurchaseModel> Fit = new MbgNbdEstimator().Fit(Customers);

    [Fact]
    public void Draws_have_the_mean_and_covariance_of_the_fit_by_logarithms()
    {
        const int Draws = 4000;
        double[][] logs = [.. ModelDraws.Asymptotic(Fit, Draws, 9)!.Models.Select(model => model.Parameters.Select(parameter => Math.Log(parameter.Value)).ToArray())];
        double[] theta = [.. Fit.Report.Parameters.Select(parameter => parameter.Value)];
        for (int i = 0; i < 4; i++)
        {
            double variance = Fit.Report.Covariance![i][i] / (theta[i] * theta[i]);
            double mean = logs.Average(draw => draw[i]);
            Assert.Equal(Math.Log(theta[i]), mean, 4 * Math.Sqrt(variance / Draws));
            for (int j = 0; j < 4; j++)
            {
                double other = Fit.Report.Covariance[j][j] / (theta[j] * theta[j]);
                double expected = Fit.Report.Covariance[i][j] / (theta[i] * theta[j]);
                double meanOther = logs.Average(draw => draw[j]);
                double seen = logs.Average(draw => (draw[i] - mean) * (draw[j] - meanOther));
                Assert.Equal(expected, seen, 4 * Math.Sqrt(2 * variance * other / Draws));
            }
        }
    }

    [Fact]
    public void Percentiles_over_draws_are_near_the_delta_method()
    {
        ModelDraws draws = ModelDraws.Asymptotic(Fit, 400, 1)!;
        ParameterUncertainty delta = ParameterUncertainty.Of(Fit)!;
        (double[] low, double[] high) = (new double[Customers.Count], new double[Customers.Count]);
        (double[] deltaLow, double[] deltaHigh) = (new double[Customers.Count], new double[Customers.Count]);
        draws.Intervals(Customers, (model, columns, column) => model.ExpectedPurchases(columns, 26, column), 0.9, low, high);
        delta.ExpectedPurchases(Customers, 26, 0.9, deltaLow, deltaHigh);
        double width = 0;
        double deltaWidth = 0;
        for (int row = 0; row < Customers.Count; row++)
        {
            width += Math.Log(high[row] / low[row]);
            deltaWidth += Math.Log(deltaHigh[row] / deltaLow[row]);
        }

        Assert.InRange(width / deltaWidth, 0.8, 1.25);
        NumberInterval single = draws.Interval(model => model.ExpectedPurchases(Customers[7], 26), 0.9);
        Relative.Equal(single.Low, low[7], 1e-11);
        Relative.Equal(single.High, high[7], 1e-11);
    }

    [Fact]
    public void The_mixtures_quantile_is_the_first_count_that_reaches_its_probability_over_all_draws()
    {
        ModelDraws draws = ModelDraws.Asymptotic(Fit, 30, 4)!;
        foreach (PurchaseSummary customer in new[] { new PurchaseSummary(0, 0, 40), new PurchaseSummary(6, 45, 50), new PurchaseSummary(25, 48, 50) })
        {
            foreach (double level in new[] { 0.05, 0.5, 0.95 })
            {
                double reached = 0;
                int n = -1;
                while (reached < level)
                    reached += draws.Models.Average(model => model.ProbabilityOfPurchases(n + 1, customer, 26)) + (0 * n++);
                Assert.Equal(n, draws.PurchaseQuantile(customer, 26, level));
            }
        }
    }

    [Fact]
    public void Columns_of_quantiles_are_the_single_ones()
    {
        ModelDraws draws = ModelDraws.Asymptotic(Fit, 20, 4)!;
        int[] column = new int[Customers.Count];
        draws.PurchaseQuantiles(Customers, 26, 0.9, column);
        for (int row = 0; row < column.Length; row += 31)
            Assert.Equal(draws.PurchaseQuantile(Customers[row], 26, 0.9), column[row]);
    }

    [Fact]
    public void Without_a_covariance_nothing_is_drawn_and_models_of_two_units_are_refused()
    {
        Assert.Null(ModelDraws.Asymptotic(Fit with { Report = Fit.Report with { Covariance = null } }, 10, 1));
        Assert.Throws<ArgumentException>(() => new ModelDraws([]));
        Assert.Throws<ArgumentException>(() => new ModelDraws([Fit.Model, new MbgNbdModel(1, 1, 1, 1, TimeUnit.Day)]));
    }
}
