using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdAbe;

public class ParetoNbdAbeModelTests : PurchaseModelLaws
{
    private static readonly double[] Typical = [-3, -3.7, 1.3, 0.2, 2];

    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new ParetoNbdAbeModel(Typical, [Typical, [-2.9, -3.8, 1.2, 0.1, 2.4]], TimeUnit.Week),
        new ParetoNbdAbeModel([0.5, -6, 0.01, -0.02, 1], [], TimeUnit.Week),
    ];

    /// <summary>Thousands of pairs a customer take their time; these histories have all kinds.</summary>
    protected override IReadOnlyList<PurchaseSummary> Histories { get; } = [new(0, 0, 0), new(0, 0, 39), new(1, 39, 39), new(3, 4, 38), new(12, 30, 39)];

    protected override int Draws => 1000;

    /// <summary>The even pairs against a grid of 400 × 400 over the normal distribution.</summary>
    [Theory]
    [InlineData(0, 0, 39)]
    [InlineData(1, 2, 38)]
    [InlineData(4, 30, 39)]
    [InlineData(25, 37, 39)]
    public void Pairs_stand_for_the_normal_population_to_3_percent(int x, double recency, double age)
    {
        PurchaseModel model = new ParetoNbdAbeModel(Typical, [], TimeUnit.Week);
        PurchaseSummary customer = new(x, recency, age);
        const int points = 400;
        double weights = 0, alive = 0, purchases = 0;
        double spread = Math.Sqrt(Typical[2]), slope = Typical[3] / spread, rest = Math.Sqrt(Typical[4] - (slope * slope));
        for (int i = 0; i < points; i++)
        {
            double z1 = -7 + (14 * (i + 0.5) / points);
            for (int j = 0; j < points; j++)
            {
                double z2 = -7 + (14 * (j + 0.5) / points);
                double u = Typical[0] + (spread * z1);
                double mu = Math.Exp(Typical[1] + (slope * z1) + (rest * z2));
                double weight = Math.Exp(KnownRates.LogChance(Math.Exp(u), u, mu, x, recency, age - recency, out double chance) - (0.5 * ((z1 * z1) + (z2 * z2))));
                weights += weight;
                alive += weight * chance;
                purchases += weight * chance * KnownRates.ExpectedPurchases(Math.Exp(u), mu, 39);
            }
        }

        Relative.Equal(alive / weights, model.ProbabilityAlive(customer), 0.02);
        Relative.Equal(purchases / weights, model.ExpectedPurchases(customer, 39), 0.03);
        Assert.Equal(Math.Log(weights * 14 * 14 / ((double)points * points * 2 * Math.PI)), model.LogLikelihood(customer), 0.07);
    }

    [Fact]
    public void Parameters_that_are_no_covariance_are_refused()
    {
        Assert.Contains("cov_log_lambda_log_mu", Assert.Throws<DataRejectedException>(() => new ParetoNbdAbeModel([0, 0, 1, 1.1, 1], [], TimeUnit.Week)).Message, StringComparison.Ordinal);
        Assert.Contains("var_log_mu", Assert.Throws<DataRejectedException>(() => new ParetoNbdAbeModel([0, 0, 1, 0, -1], [], TimeUnit.Week)).Message, StringComparison.Ordinal);
        Assert.Contains("log_lambda", Assert.Throws<DataRejectedException>(() => new ParetoNbdAbeModel([double.NaN, 0, 1, 0, 1], [], TimeUnit.Week)).Message, StringComparison.Ordinal);
    }
}
