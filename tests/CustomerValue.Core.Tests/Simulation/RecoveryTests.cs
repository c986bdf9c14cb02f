using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

/// <summary>What went in comes out again: simulated purchases, summed up and fitted, give the parameters of the simulation.</summary>
public class RecoveryTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Slow;
    private static readonly PurchaseSummaries summaries = Summarise(retailer);

    [Fact]
    public void Mbg_nbd_is_recovered_from_20000_customers_within_4_standard_errors() =>
        AssertRecovered(retailer.Options.Buying.Parameters, new MbgNbdEstimator().Fit(summaries.Columns).Report);

    [Fact]
    public void Gamma_gamma_is_recovered_from_20000_customers_within_4_standard_errors() =>
        AssertRecovered(retailer.Options.Spend.Parameters, new GammaGammaEstimator().Fit(summaries.Columns).Report);

    [Fact]
    public void Of_customers_called_alive_with_a_probability_as_many_are()
    {
        double[] alive = new double[summaries.Count];
        retailer.Options.Buying.ProbabilityAlive(summaries.Columns, alive);
        Dictionary<CustomerId, bool> truth = retailer.Truth.ToDictionary(truth => truth.Customer, truth => truth.IsAlive);
        double[] differences = alive.Select((probability, row) => (truth[summaries.Columns.Customers[row]] ? 1 : 0) - probability).ToArray();
        Assert.InRange(Z.OfMean(differences, 0), -Z.Most, Z.Most);
        foreach (double from in new[] { 0, 0.2, 0.4, 0.6, 0.8 })
        {
            double[] inClass = differences.Where((_, row) => alive[row] >= from && alive[row] < from + 0.2).ToArray();
            Assert.InRange(Z.OfMean(inClass, 0), -Z.Most, Z.Most);
        }
    }

    private static void AssertRecovered(IReadOnlyList<ModelParameter> truth, FitReport report)
    {
        Assert.True(report.Converged);
        for (int i = 0; i < truth.Count; i++)
        {
            double errors = (report.Parameters[i].Value - truth[i].Value) / report.StandardErrors![i];
            Assert.True(Math.Abs(errors) < 4, $"{truth[i].Name} is {report.Parameters[i].Value}, {errors:0.0} standard errors from {truth[i].Value}");
        }
    }

    private static PurchaseSummaries Summarise(SimulatedRetailer retailer)
    {
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(retailer.Purchases);
        return builder.Build(ObservationWindow.Through(retailer.Options.LastDay), TimeUnit.Week);
    }
}
