using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Tests.LifetimeValue.Uncertainty;

public class SpendOutcomesTests
{
    private static readonly MbgNbdModel Model = new(0.8, 6, 0.5, 1.5, TimeUnit.Week);
    private static readonly GammaGammaModel Spend = new(6.25, 3.74, 15.45);

    /// <summary>F(z) = P(0) + Σ P(n)·P(n purchases bring at most z), the second factor being a regularised beta function.</summary>
    [Theory]
    [InlineData(0, 0, 20, 0)]
    [InlineData(3, 18, 20, 24.5)]
    [InlineData(25, 50, 51, 80)]
    [InlineData(400, 50, 51, 12)]
    public void Quantiles_solve_the_exact_distribution(int x, double recency, double age, double mean)
    {
        PurchaseSummary customer = new(x, recency, age, mean);
        SummaryColumns columns = new(TimeUnit.Week, [x], [recency], [age], [mean]);
        (double[] low, double[] high) = (new double[1], new double[1]);
        SpendOutcomes.Intervals(Model, Spend, columns, [Spend.ExpectedSpend(x, mean)], 26, 0.9, low, high);
        double Reaches(double z)
        {
            double scale = 15.45 + (x * mean);
            double sum = Model.ProbabilityOfPurchases(0, customer, 26);
            for (int n = 1; n < 900; n++)
                sum += Model.ProbabilityOfPurchases(n, customer, 26) * MathNet.Numerics.SpecialFunctions.BetaRegularized(6.25 * n, (6.25 * x) + 3.74, z / (scale + z));
            return sum;
        }

        Assert.InRange(0.95, Reaches(high[0] * 0.998), Reaches(high[0] * 1.002));
        if (low[0] > 0)
            Assert.InRange(0.05, Reaches(low[0] * 0.998), Reaches(low[0] * 1.002));
        else
            Assert.True(Reaches(0) >= 0.05);
    }

    /// <summary>Customers drawn from both processes: a tenth lies outside each interval, within 4 standard errors.</summary>
    [Fact]
    public void Intervals_hold_as_many_outcomes_as_they_say()
    {
        Random random = new(12);
        const int Customers = 4000;
        (int[] x, double[] recency, double[] age, double[] mean) = (new int[Customers], new double[Customers], new double[Customers], new double[Customers]);
        double[] later = new double[Customers];
        for (int i = 0; i < Customers; i++)
        {
            IReadOnlyList<double> times = Model.SimulatePurchaseTimes(random, 78);
            x[i] = times.Count(time => time <= 52);
            recency[i] = times.LastOrDefault(time => time <= 52);
            age[i] = 52;
            double[] amounts = Spend.SimulateSpend(random, times.Count);
            mean[i] = x[i] == 0 ? 0 : amounts.Take(x[i]).Average();
            later[i] = amounts.Skip(x[i]).Sum();
        }

        SummaryColumns columns = new(TimeUnit.Week, x, recency, age, mean);
        double[] expected = new double[Customers];
        Spend.ExpectedSpend(columns, expected);
        (double[] low, double[] high) = (new double[Customers], new double[Customers]);
        SpendOutcomes.Intervals(Model, Spend, columns, expected, 26, 0.9, low, high);
        int above = Enumerable.Range(0, Customers).Count(i => later[i] > high[i]);
        // Whoever is gone or buys nothing lies at or below every upper end, so that exactly the stated part lies above.
        int able = Enumerable.Range(0, Customers).Count(i => high[i] > 0);
        Assert.Equal(0.05 * able, above, 4 * Math.Sqrt(0.05 * 0.95 * able));
    }

    [Fact]
    public void Without_a_model_of_spend_every_purchase_is_the_expected_one()
    {
        SummaryColumns columns = new(TimeUnit.Week, [0, 12], [0, 50], [20, 51], [0, 20]);
        (double[] low, double[] high) = (new double[2], new double[2]);
        SpendOutcomes.Intervals(Model, null, columns, [7, 7], 26, 0.9, low, high);
        for (int row = 0; row < 2; row++)
        {
            Assert.Equal(7.0 * Model.PurchaseQuantile(columns[row], 26, 0.05), low[row]);
            Assert.Equal(7.0 * Model.PurchaseQuantile(columns[row], 26, 0.95), high[row]);
        }
    }
}
