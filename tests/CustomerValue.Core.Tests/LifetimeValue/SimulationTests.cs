using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Draws come from the exact processes: their moments are the models', and fits find the truth again.</summary>
public class SimulationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Counts_have_the_models_mass_function(bool leavesAtFirst)
    {
        PurchaseModel model = leavesAtFirst ? new MbgNbdModel(0.525, 6.183, 0.891, 1.614, TimeUnit.Week) : new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week);
        const int draws = 100_000;
        Random random = new(11);
        int[] counts = new int[8];
        double sum = 0;
        for (int i = 0; i < draws; i++)
        {
            int n = model.SimulatePurchaseTimes(random, 39).Count;
            sum += n;
            if (n < counts.Length)
                counts[n]++;
        }

        for (int n = 0; n < counts.Length; n++)
        {
            double p = model.ProbabilityOfPurchases(n, 39);
            double z = (counts[n] - (draws * p)) / Math.Sqrt(draws * p * (1 - p));
            Assert.True(Math.Abs(z) < 4.5, $"P({n}): z = {z:F2}");
        }

        Assert.Equal(model.ExpectedPurchases(39), sum / draws, 0.03);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fits_find_the_truth_within_four_standard_errors(bool leavesAtFirst)
    {
        double[] truth = leavesAtFirst ? [0.525, 6.183, 0.891, 1.614] : [0.243, 4.414, 0.793, 2.426];
        PurchaseModel model = leavesAtFirst ? new MbgNbdModel(truth[0], truth[1], truth[2], truth[3], TimeUnit.Week) : new BgNbdModel(truth[0], truth[1], truth[2], truth[3], TimeUnit.Week);
        IPurchaseModelEstimator estimator = leavesAtFirst ? new MbgNbdEstimator() : new BgNbdEstimator();
        FitReport report = estimator.Fit(Simulated.Columns(model, new Random(12), 20_000, 80)).Report;
        Assert.True(report.Converged);
        for (int i = 0; i < 4; i++)
        {
            double z = (report.Parameters[i].Value - truth[i]) / report.StandardErrors![i];
            Assert.True(Math.Abs(z) < 4, $"{report.Parameters[i].Name}: z = {z:F2}");
        }
    }

    [Fact]
    public void Spends_have_the_models_distribution_and_fits_find_it_again()
    {
        GammaGammaModel model = new(6.25, 3.74, 15.44);
        Random random = new(13);
        const int customers = 20_000;
        int[] frequency = new int[customers];
        double[] spend = new double[customers];
        int below = 0;
        for (int i = 0; i < customers; i++)
        {
            frequency[i] = 1 + (i % 5);
            spend[i] = model.SimulateSpend(random, frequency[i]).Average();
            if (frequency[i] == 3 && spend[i] < 30)
                below++;
        }

        double p = model.ProbabilityBelow(3, 30);
        Assert.InRange((below - (customers / 5 * p)) / Math.Sqrt(customers / 5 * p * (1 - p)), -4, 4);
        FitReport report = new GammaGammaEstimator().Fit(new SummaryColumns(TimeUnit.Week, frequency, new double[customers], Enumerable.Repeat(1.0, customers).ToArray(), spend)).Report;
        double[] truth = [6.25, 3.74, 15.44];
        for (int i = 0; i < 3; i++)
            Assert.InRange((report.Parameters[i].Value - truth[i]) / report.StandardErrors![i], -4, 4);
    }
}
