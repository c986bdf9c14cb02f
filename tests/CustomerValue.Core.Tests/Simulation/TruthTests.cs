using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tests.Simulation;

public class TruthTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Slow;
    private static readonly double[] buying = retailer.Options.Buying.Parameters.Select(parameter => parameter.Value).ToArray();

    [Fact]
    public void Purchase_rates_are_gamma()
    {
        (double r, double alpha) = (buying[0], buying[1]);
        double[] rates = retailer.Truth.Select(truth => truth.PurchaseRate).ToArray();
        Assert.InRange(Z.OfMean(rates, r / alpha), -Z.Most, Z.Most);
        Assert.InRange(Z.OfVariance(rates, r / alpha, r / (alpha * alpha)), -Z.Most, Z.Most);
    }

    [Fact]
    public void Dropout_probabilities_are_beta()
    {
        (double a, double b) = (buying[2], buying[3]);
        double[] dropouts = retailer.Truth.Select(truth => truth.DropoutProbability).ToArray();
        Assert.InRange(Z.OfMean(dropouts, a / (a + b)), -Z.Most, Z.Most);
        Assert.InRange(Z.OfVariance(dropouts, a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1))), -Z.Most, Z.Most);
    }

    [Fact]
    public void Rates_dropout_and_spend_are_independent()
    {
        // Under independence a correlation of n values has a standard error of 1/√n.
        double bound = Z.Most / Math.Sqrt(retailer.Truth.Count);
        double[] rate = retailer.Truth.Select(truth => truth.PurchaseRate).ToArray();
        double[] dropout = retailer.Truth.Select(truth => truth.DropoutProbability).ToArray();
        double[] spend = retailer.Truth.Select(truth => Math.Log(truth.MeanSpend)).ToArray();
        Assert.InRange(Z.Correlation(rate, dropout), -bound, bound);
        Assert.InRange(Z.Correlation(rate, spend), -bound, bound);
        Assert.InRange(Z.Correlation(dropout, spend), -bound, bound);
    }

    [Fact]
    public void Order_values_have_the_mean_of_gamma_gamma()
    {
        double[] spend = retailer.Options.Spend.Parameters.Select(parameter => parameter.Value).ToArray();
        double expected = spend[0] * spend[2] / (spend[1] - 1);
        // A customer's first order, since orders of one customer are alike.
        double[] first = Orders(retailer).GroupBy(order => order.Customer).Select(orders => orders.First().Value).ToArray();
        Assert.InRange(Z.OfMean(first, expected), -Z.Most, Z.Most);
    }

    [Fact]
    public void Order_values_lie_around_the_customers_own_mean_with_variance_mean_squared_by_p()
    {
        double p = retailer.Options.Spend.Parameters[0].Value;
        Dictionary<CustomerId, double> means = retailer.Truth.ToDictionary(truth => truth.Customer, truth => truth.MeanSpend);
        double[] ratios = Orders(retailer).Select(order => order.Value / means[order.Customer]).ToArray();
        Assert.InRange(Z.OfMean(ratios, 1), -Z.Most, Z.Most);
        Assert.InRange(Z.OfVariance(ratios, 1, 1 / p), -Z.Most, Z.Most);
    }

    [Fact]
    public void Mbg_customers_buy_as_often_as_rate_and_dropout_say() => Assert.InRange(ZOfRepeatPurchases(retailer), -Z.Most, Z.Most);

    [Fact]
    public void Bg_customers_buy_as_often_as_rate_and_dropout_say()
    {
        SimulatedRetailer bg = SimulatedRetailer.Simulate(new() { Customers = 4_000, Buying = new BgNbdModel(0.9, 50, 0.7, 3, TimeUnit.Day) });
        Assert.InRange(ZOfRepeatPurchases(bg), -Z.Most, Z.Most);
    }

    [Fact]
    public void Customers_are_alive_or_left_on_the_day_of_their_last_order()
    {
        Dictionary<CustomerId, LocalDate> last = retailer.Purchases.GroupBy(line => line.Customer).ToDictionary(lines => lines.Key, lines => lines.Max(line => line.Date));
        foreach (SimulatedTruth truth in retailer.Truth)
        {
            Assert.Equal(truth.IsProspect, !last.ContainsKey(truth.Customer));
            Assert.Equal(truth.IsProspect || truth.IsAlive, truth.Left is null);
            if (truth.Left is { } left)
                Assert.Equal(last[truth.Customer], left);
        }

        Assert.InRange(retailer.Truth.Count(truth => truth.IsAlive) / (double)retailer.Truth.Count, 0.2, 0.8);
    }

    [Fact]
    public void In_bg_a_customer_never_leaves_after_the_first_purchase()
    {
        SimulatedRetailer bg = SimulatedRetailer.Simulate(new() { Customers = 1_000, Buying = new BgNbdModel(0.9, 7, 0.7, 3, TimeUnit.Week) });
        HashSet<CustomerId> once = Orders(bg).GroupBy(order => order.Customer).Where(orders => orders.Count() == 1).Select(orders => orders.Key).ToHashSet();
        Assert.NotEmpty(once);
        Assert.All(bg.Truth.Where(truth => once.Contains(truth.Customer)), truth => Assert.True(truth.IsAlive));
    }

    /// <summary>E[X(t) | λ, p] is (1 − e^(−λpt))/p for BG/NBD, and (1 − p) times that for MBG/NBD, where the first purchase can be the last.</summary>
    private static double ZOfRepeatPurchases(SimulatedRetailer retailer)
    {
        Dictionary<CustomerId, int> orders = Orders(retailer).GroupBy(order => order.Customer).ToDictionary(orders => orders.Key, orders => orders.Count());
        bool mayLeaveAtOnce = retailer.Options.Buying is MbgNbdModel;
        double[] differences = retailer.Truth.Where(truth => !truth.IsProspect).Select(truth =>
        {
            (double rate, double p) = (truth.PurchaseRate, truth.DropoutProbability);
            // The hour of the first purchase isn't kept; on average it is noon.
            double time = (Period.DaysBetween(truth.Joined, retailer.Options.LastDay) + 0.5) / retailer.Options.Buying.Unit.Days();
            double expected = p < 1e-9 ? rate * time : (1 - Math.Exp(-rate * p * time)) / p;
            return orders[truth.Customer] - 1 - ((mayLeaveAtOnce ? 1 - p : 1) * expected);
        }).ToArray();
        return Z.OfMean(differences, 0);
    }

    private static IEnumerable<(CustomerId Customer, double Value)> Orders(SimulatedRetailer retailer) => retailer.Purchases
        .Where(line => line.Amount > 0)
        .GroupBy(line => line.Order)
        .Select(lines => (lines.First().Customer, (double)lines.Sum(line => line.Amount)));
}
