using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoGgg;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoGgg;

public class ParetoGggModelTests : PurchaseModelLaws
{
    private static readonly double[] Typical = [4, 2, 0.6, 10, 0.6, 12];

    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new ParetoGggModel(Typical, [Typical, [3, 2, 0.55, 9, 0.8, 16]], TimeUnit.Week),
        new ParetoGggModel([0.5, 1, 1.5, 2, 0.3, 3], [], TimeUnit.Week),
    ];

    /// <summary>Hundreds of possible customers take their time; these histories have all kinds.</summary>
    protected override IReadOnlyList<PurchaseSummary> Histories { get; } = [new(0, 0, 0), new(0, 0, 39), new(1, 39, 39), new(3, 4, 38), new(12, 30, 39)];

    protected override int Draws => 1000;

    /// <summary>Points of histories with purchases are others than those of new customers, so this holds as far as points are exact.</summary>
    [Fact]
    public override void The_likelihood_of_all_histories_of_a_count_is_its_chance()
    {
        PurchaseModel model = Models[0];
        Relative.Equal(model.ProbabilityOfPurchases(0, 39), Math.Exp(model.LogLikelihood(new(0, 0, 39))), 0.003);
        for (int x = 1; x <= 4; x++)
        {
            double total = 0;
            double factorial = Enumerable.Range(1, x - 1).Aggregate(1.0, (product, i) => product * i);
            for (double from = 0, width = 1e-3; from < 39; from += width, width = Math.Min(width * 2, 39 - from))
                total += GaussLegendre.Integrate(from, from + width, new Density(t => Math.Exp(model.LogLikelihood(new(x, t, 39))) * Math.Pow(t, x - 1) / factorial));
            Relative.Equal(model.ProbabilityOfPurchases(x, 39), total, 0.03);
        }
    }

    /// <summary>With k = 1 for everybody it is Pareto/NBD, which has closed forms.</summary>
    [Theory]
    [InlineData(0, 0, 39)]
    [InlineData(1, 2, 38)]
    [InlineData(4, 30, 39)]
    [InlineData(25, 37, 39)]
    public void Without_regularity_it_is_Pareto_NBD_to_3_percent(int x, double recency, double age)
    {
        PurchaseModel model = new ParetoGggModel([1e4, 1e4, 0.6, 10, 0.6, 12], [], TimeUnit.Week);
        PurchaseModel exact = new ParetoNbdModel(0.6, 10, 0.6, 12, TimeUnit.Week);
        PurchaseSummary customer = new(x, recency, age);
        Assert.Equal(exact.LogLikelihood(customer), model.LogLikelihood(customer), 0.01);
        Relative.Equal(exact.ProbabilityAlive(customer), model.ProbabilityAlive(customer), 0.01);
        Relative.Equal(exact.ExpectedPurchases(customer, 39), model.ExpectedPurchases(customer, 39), 0.03);
        Relative.Equal(exact.DiscountedExpectedResidualTransactions(customer, 0.1), model.DiscountedExpectedResidualTransactions(customer, 0.1), 0.03);
    }

    /// <summary>Importance sampling from the population, a quarter of a million customers of whom the history picks out its own, for each a few.</summary>
    [Theory]
    [InlineData(0, 0, 39, 0)]
    [InlineData(1, 10, 30, 2.302585)]
    [InlineData(4, 30, 39, 8)]
    [InlineData(4, 12, 39, 4.3)]
    [InlineData(8, 24, 27, 8.7)]
    public void It_says_what_many_drawn_customers_say(int x, double recency, double age, double logGaps)
    {
        PurchaseModel model = new ParetoGggModel(Typical, [], TimeUnit.Week);
        RandomStream random = new(5, x, 0, 0);
        double weights = 0, alive = 0, bought = 0;
        for (int i = 0; i < 250_000; i++)
        {
            double k = random.Gamma(Typical[0]) / Typical[1], lambda = random.Gamma(Typical[2]) / Typical[3], mu = random.Gamma(Typical[4]) / Typical[5];
            if (!(mu > 1e-290) || !(lambda > 1e-290))
                continue;
            double weight = Math.Exp(RegularBuyer.LogChance(k, lambda, mu, x, logGaps, recency, age - recency));
            double still = weight * RegularBuyer.Alive(k, lambda, mu, age - recency);
            (weights, alive) = (weights + weight, alive + still);
            bought += still > 0 ? still * Bought(ref random, k, lambda, mu, age - recency, 20) : 0;
        }

        PurchaseSummary customer = new(x, recency, age, logGaps: logGaps);
        Assert.Equal(Math.Log(weights / 250_000), model.LogLikelihood(customer), 0.03);
        Assert.Equal(alive / weights, model.ProbabilityAlive(customer), 0.01);
        Relative.Equal(bought / weights, model.ExpectedPurchases(customer, 20), 0.08);
    }

    [Fact]
    public void A_regular_buyer_who_falls_silent_is_gone_and_columns_tell_the_two_apart()
    {
        PurchaseModel model = Models[0];
        double regular = 8 * Math.Log(3), irregular = regular - 6;
        SummaryColumns columns = new(TimeUnit.Week, [8, 8, 8], [24, 24, 24], [33, 33, 33], logGaps: [regular, irregular, double.NaN]);
        double[] alive = new double[3], expected = new double[3];
        int[] median = new int[3];
        model.ProbabilityAlive(columns, alive);
        model.ExpectedPurchases(columns, 26, expected);
        model.PurchaseQuantiles(columns, 26, 0.5, median);
        Assert.True(alive[0] < alive[2] && alive[2] < alive[1], $"{alive[0]}, {alive[2]}, {alive[1]}");
        for (int row = 0; row < 3; row++)
        {
            PurchaseSummary customer = columns[row];
            Assert.Equal(model.ProbabilityAlive(customer), alive[row]);
            Assert.Equal(model.ExpectedPurchases(customer, 26), expected[row], 1e-12);
            Assert.Equal(model.PurchaseQuantile(customer, 26, 0.5), median[row]);
        }
    }

    [Theory]
    [InlineData(1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3)]
    [InlineData(1e3, 1e3, 1e3, 1e3, 1e3, 1e3)]
    [InlineData(1e3, 1, 1e-3, 1e4, 1e-2, 1e5)]
    [InlineData(0.1, 10, 100, 1, 10, 1e-3)]
    public void Odd_populations_give_numbers(double t, double gamma, double r, double alpha, double s, double beta)
    {
        PurchaseModel model = new ParetoGggModel([t, gamma, r, alpha, s, beta], [], TimeUnit.Week);
        foreach (PurchaseSummary customer in new PurchaseSummary[] { new(0, 0, 0), new(0, 0, 1e-6), new(0, 0, 1e6), new(2, 0, 0), new(2, 0, 5), new(1, 5, 1e5), new(300, 390, 400), new(300, 390, 400, logGaps: 300 * Math.Log(1.3)) })
        {
            Assert.True(double.IsFinite(model.LogLikelihood(customer)), $"{customer}: ln L {model.LogLikelihood(customer)}");
            Assert.InRange(model.ProbabilityAlive(customer), 0, 1);
            Assert.InRange(model.ExpectedPurchases(customer, 10), 0, 1e9);
            Assert.InRange(model.DiscountedExpectedResidualTransactions(customer, 0.1), 0, 1e12);
            Assert.InRange(model.PurchaseQuantile(customer, 10, 0.5), 0, int.MaxValue);
        }
    }

    [Fact]
    public void Parameters_out_of_range_are_refused() =>
        Assert.Contains("gamma", Assert.Throws<DataRejectedException>(() => new ParetoGggModel([1, 0, 1, 1, 1, 1], [], TimeUnit.Week)).Message, StringComparison.Ordinal);

    private static int Bought(ref RandomStream random, double k, double lambda, double mu, double silence, double horizon)
    {
        double end = Math.Min(horizon, random.Exponential() / mu);
        double rest = GammaQuantile.LogFromAbove(k, random.Uniform() * MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(k, k * lambda * silence));
        int count = 0;
        for (double time = (Math.Exp(rest) / (k * lambda)) - silence; time <= end; time += random.Gamma(k) / (k * lambda))
            count++;
        return count;
    }

    private readonly struct Density(Func<double, double> of) : IFunction
    {
        public double At(double x) => of(x);
    }
}
