using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>
/// What must hold for every model of purchases, whatever it assumes. The tests of a model derive from this class and name
/// parameters to try; ages, recencies and horizons are whole numbers, so that models of discrete time can take them too.
/// </summary>
public abstract class PurchaseModelLaws
{
    /// <summary>Typical parameters first, then odd ones.</summary>
    protected abstract IReadOnlyList<PurchaseModel> Models { get; }

    /// <summary>Histories of any customer of these models.</summary>
    protected virtual IReadOnlyList<PurchaseSummary> Histories { get; } =
    [
        new(0, 0, 0), new(0, 0, 1), new(0, 0, 39), new(0, 0, 400), new(1, 1, 39), new(1, 39, 39), new(2, 30, 38), new(3, 4, 38),
        new(12, 30, 39), new(29, 38, 39), new(60, 70, 400), new(300, 390, 400),
    ];

    /// <summary>How many customers the simulations draw.</summary>
    protected virtual int Draws => 20_000;

    [Fact]
    public void Probabilities_are_probabilities_and_nothing_is_nan() => Each((model, history) =>
    {
        double alive = model.ProbabilityAlive(history);
        Assert.InRange(alive, 0, 1);
        Assert.True(double.IsFinite(model.LogLikelihood(history)), $"ln L {model.LogLikelihood(history)}");
        double soon = model.ExpectedPurchases(history, 4);
        double later = model.ExpectedPurchases(history, 52);
        Assert.True(soon >= 0 && later >= soon * (1 - 1e-12) && double.IsFinite(later), $"{soon} then {later}");
        Assert.Equal(later - soon, model.ExpectedPurchases(history, 4, 52), 1e-9 * (1 + later));
        Assert.Equal(0, model.ExpectedPurchases(history, 0));
    });

    [Fact]
    public void Whoever_is_alive_later_was_alive_before() => Each((model, history) =>
    {
        double previous = model.ProbabilityAlive(history);
        Assert.Equal(previous, model.ProbabilityAlive(history, 0), 1e-12);
        foreach (double horizon in new[] { 1.0, 4, 52, 520 })
        {
            double alive = model.ProbabilityAlive(history, horizon);
            Assert.InRange(alive, 0, previous * (1 + 1e-12));
            previous = alive;
        }
    });

    [Fact]
    public void The_chances_of_all_counts_make_1_and_their_mean_is_the_expectation() => Each((model, history) =>
    {
        double expected = model.ExpectedPurchases(history, 4);
        if (expected > 30)
            return;
        double total = 0;
        double mean = 0;
        for (int n = 0; n < 2000 && total < 1 - 1e-13; n++)
        {
            double probability = model.ProbabilityOfPurchases(n, history, 4);
            Assert.InRange(probability, 0, 1 + 1e-12);
            total += probability;
            mean += n * probability;
        }

        Assert.Equal(1, total, 1e-8);
        Assert.Equal(expected, mean, 1e-6 * (1 + expected));
    });

    [Fact]
    public void A_quantile_is_the_first_count_that_reaches_its_probability() => Each((model, history) =>
    {
        foreach (double level in new[] { 0.05, 0.5, 0.95 })
        {
            int quantile = model.PurchaseQuantile(history, 13, level);
            if (quantile > 200)
                continue;
            double below = 0;
            for (int n = 0; n < quantile; n++)
                below += model.ProbabilityOfPurchases(n, history, 13);
            Assert.True(below < level + 1e-9, $"P(N < {quantile}) = {below} at {level}");
            Assert.True(below + model.ProbabilityOfPurchases(quantile, history, 13) >= level - 1e-9, $"P(N ≤ {quantile}) at {level}");
        }
    });

    [Fact]
    public void Discounting_takes_from_the_expectation_what_it_must() => Each((model, history) =>
    {
        double plain = model.ExpectedPurchases(history, 52);
        Close(plain, model.DiscountedExpectedPurchases(history, 52, 0), 1e-9);
        double discounted = model.DiscountedExpectedPurchases(history, 52, 0.1);
        Assert.InRange(discounted, plain / 1.1001, plain * 1.0000001);
        double forever = model.DiscountedExpectedResidualTransactions(history, 0.1);
        Assert.True(forever >= discounted * (1 - 1e-9) && double.IsFinite(forever), $"{forever} after {discounted}");
        Close(forever, model.DiscountedExpectedPurchases(history, 40_000, 0.1), 1e-7);
    });

    [Fact]
    public void Active_time_is_the_integral_of_being_a_customer() => Each((model, history) =>
    {
        double delta = model.Unit.ContinuousRate(0.1);
        foreach (double horizon in new[] { 0, 4, 13.5 })
        {
            double time = 0;
            for (double from = 0; from < horizon; from++)
                time += Unit(from, Math.Min(horizon, from + 1), new Surviving(model, history, delta));
            Close(time, model.DiscountedActiveTime(history, horizon, 0.1), 1e-9);
        }

        // Panels that grow fourfold from 1e-6 of a unit: some of these customers leave within a day.
        static double Unit(double from, double to, Surviving surviving)
        {
            double sum = 0;
            for (double end = to - from, start; end > 0; end = start)
            {
                start = end > 1e-6 ? end / 4 : 0;
                sum += GaussLegendre.Integrate(from + start, from + end, surviving);
            }

            return sum;
        }
    });

    [Fact]
    public void Columns_and_single_customers_agree()
    {
        SummaryColumns columns = Columns(Histories);
        double[] scores = new double[columns.Count];
        int[] counts = new int[columns.Count];
        foreach (PurchaseModel model in Models)
        {
            Same(model, columns => model.LogLikelihood(columns, scores), model.LogLikelihood);
            Same(model, columns => model.ProbabilityAlive(columns, scores), model.ProbabilityAlive);
            Same(model, columns => model.ProbabilityAlive(columns, 26, scores), history => model.ProbabilityAlive(history, 26));
            Same(model, columns => model.ExpectedPurchases(columns, 39, scores), history => model.ExpectedPurchases(history, 39));
            Same(model, columns => model.DiscountedActiveTime(columns, 6, 0.1, scores), history => model.DiscountedActiveTime(history, 6, 0.1));
            Same(model, columns => model.DiscountedExpectedPurchases(columns, 52, 0.1, scores), history => model.DiscountedExpectedPurchases(history, 52, 0.1));
            Same(model, columns => model.DiscountedExpectedPurchases(columns, double.PositiveInfinity, 0.1, scores), history => model.DiscountedExpectedResidualTransactions(history, 0.1));
            foreach (double probability in new[] { 0.5, 0.95 })
            {
                model.PurchaseQuantiles(columns, 39, probability, counts);
                Assert.Equal(Histories.Select(history => model.PurchaseQuantile(history, 39, probability)), counts);
            }
        }

        void Same(PurchaseModel model, Action<SummaryColumns> score, Func<PurchaseSummary, double> single)
        {
            score(columns);
            for (int row = 0; row < columns.Count; row++)
                Close(single(columns[row]), scores[row], 1e-10);
        }
    }

    /// <summary>The likelihood of all outcomes is 1: over every way to place x purchases before t_x, and every t_x, it is P(X(T) = x).</summary>
    [Fact]
    public virtual void The_likelihood_of_all_histories_of_a_count_is_its_chance()
    {
        PurchaseModel model = Models[0];
        Assert.Equal(model.ProbabilityOfPurchases(0, 39), Math.Exp(model.LogLikelihood(new(0, 0, 39))), 1e-10);
        for (int x = 1; x <= 4; x++)
        {
            double total = 0;
            for (double from = 0, width = 1e-3; from < 39; from += width, width = Math.Min(width * 2, 39 - from))
                total += GaussLegendre.Integrate(from, Math.Min(39, from + width), new Density(model, x));
            Assert.Equal(model.ProbabilityOfPurchases(x, 39), total, 1e-8);
        }
    }

    private readonly struct Surviving(PurchaseModel model, PurchaseSummary history, double rate) : IFunction
    {
        public double At(double x) => model.ProbabilityAlive(history, x) * Math.Exp(-rate * x);
    }

    private readonly struct Density(PurchaseModel model, int x) : IFunction
    {
        public double At(double t)
        {
            double factorial = Enumerable.Range(1, x - 1).Aggregate(1.0, (product, i) => product * i);
            return Math.Exp(model.LogLikelihood(new(x, t, 39))) * Math.Pow(t, x - 1) / factorial;
        }
    }

    [Fact]
    public void Drawn_counts_have_the_mass_function_of_a_new_customer()
    {
        PurchaseModel model = Models[0];
        Random random = new(17);
        int[] counts = new int[6];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < Draws; i++)
        {
            int n = model.SimulatePurchaseTimes(random, 39).Count;
            sum += n;
            squares += (double)n * n;
            if (n < counts.Length)
                counts[n]++;
        }

        for (int n = 0; n < counts.Length; n++)
        {
            double p = model.ProbabilityOfPurchases(n, 39);
            Assert.InRange((counts[n] - (Draws * p)) / Math.Sqrt(Draws * p * (1 - p)), -4.5, 4.5);
        }

        double mean = sum / Draws;
        Assert.InRange((mean - model.ExpectedPurchases(39)) / Math.Sqrt(((squares / Draws) - (mean * mean)) / Draws), -4, 4);
    }

    /// <summary>Bayes: over customers drawn from the model, what is expected of their histories is what they do afterwards.</summary>
    [Fact]
    public void What_is_expected_of_drawn_histories_happens_on_average()
    {
        PurchaseModel model = Models[0];
        Random random = new(18);
        double difference = 0;
        double squares = 0;
        double zeros = 0;
        double expectedZeros = 0;
        for (int i = 0; i < Draws / 2; i++)
        {
            IReadOnlyList<double> times = model.SimulatePurchaseTimes(random, 78);
            int x = times.Count(time => time <= 39);
            PurchaseSummary history = new(x, x == 0 ? 0 : times[x - 1], 39);
            double miss = times.Count - x - model.ExpectedPurchases(history, 39);
            difference += miss;
            squares += miss * miss;
            zeros += times.Count == x ? 1 : 0;
            expectedZeros += model.ProbabilityOfPurchases(0, history, 39);
        }

        Assert.InRange(difference / Math.Sqrt(squares), -4, 4);
        Assert.InRange((zeros - expectedZeros) / Math.Sqrt(Draws / 8.0), -4, 4);
    }

    [Fact]
    public void Scoring_columns_allocates_the_same_few_bytes_for_any_number_of_customers()
    {
        PurchaseModel model = Models[0];
        SummaryColumns many = Columns(Enumerable.Range(0, 4000).Select(i => Histories[i % Histories.Count]).ToArray());
        double[] scores = new double[many.Count];
        int[] counts = new int[many.Count];
        Assert.InRange(Allocation.Of(() => model.ProbabilityAlive(many, scores)), 0, 1000);
        Assert.InRange(Allocation.Of(() => model.ExpectedPurchases(many, 39, scores)), 0, 1000);
        Assert.InRange(Allocation.Of(() => model.DiscountedExpectedPurchases(many, 52, 0.1, scores)), 0, 1000);
        Assert.InRange(Allocation.Of(() => model.LogLikelihood(many, scores)), 0, 1000);
        Assert.InRange(Allocation.Of(() => model.PurchaseQuantiles(many, 39, 0.95, counts)), 0, 1000);
    }

    private static SummaryColumns Columns(IReadOnlyList<PurchaseSummary> histories) => new(
        TimeUnit.Week,
        histories.Select(history => history.Frequency).ToArray(),
        histories.Select(history => history.Recency).ToArray(),
        histories.Select(history => history.Age).ToArray());

    private void Each(Action<PurchaseModel, PurchaseSummary> law)
    {
        foreach (PurchaseModel model in Models)
        {
            foreach (PurchaseSummary history in Histories)
                law(model, history);
        }
    }

    private static void Close(double expected, double actual, double relative)
    {
        // What is 0 to 290 digits may be 0 in one way and not in the other.
        if (Math.Max(Math.Abs(expected), Math.Abs(actual)) > 1e-290)
            Relative.Equal(expected, actual, relative);
    }
}
