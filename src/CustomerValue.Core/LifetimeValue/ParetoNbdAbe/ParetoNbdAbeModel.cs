using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>
/// Abe's model as it scores: a customer's rates are one of some thousand pairs (λ, μ), spread evenly through the draws of the population, and a
/// history makes some of them likelier. All that is said is exact for this finite population, which stands for the normal one: for customers
/// within it to about 2 %. Immutable and thread-safe.
/// Source: Abe (2009), Marketing Science 28(3).
/// </summary>
public sealed class ParetoNbdAbeModel : PosteriorModel
{
    internal static readonly string[] Names = ["log_lambda", "log_mu", "var_log_lambda", "cov_log_lambda_log_mu", "var_log_mu"];

    /// <summary>Pairs of rates.</summary>
    private const int Pairs = 2048;

    /// <summary>Logarithms of rates beyond this are set to it.</summary>
    private const double Furthest = 300;

    /// <summary>A pair whose chance is smaller than the largest by e to this says nothing.</summary>
    private const double Negligible = 36;

    /// <summary>Chances of being alive below this count as this, so that they still weigh the pairs.</summary>
    private const double Least = 1e-250;

    private readonly double[] lambda = new double[Pairs];
    private readonly double[] logLambda = new double[Pairs];
    private readonly double[] mu = new double[Pairs];

    /// <summary>Makes a model.</summary>
    /// <param name="means">Posterior means: of the means of ln λ and ln μ, of their variances and covariance; λ and μ per <paramref name="unit"/>.</param>
    /// <param name="draws">Joint draws of them, at most 1000; none: the means are the only draw. Variances are &gt; 0, and covariance² &lt; their product.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range, or draws that are not of five numbers; names each.</exception>
    public ParetoNbdAbeModel(IReadOnlyList<double> means, IReadOnlyList<IReadOnlyList<double>> draws, TimeUnit unit)
        : base(Names, means, draws, unit)
    {
        foreach (IReadOnlyList<double> draw in Draws.Append(Parameters.Select(parameter => parameter.Value).ToArray()))
            Check(draw);
        for (int i = 0; i < Pairs; i++)
        {
            IReadOnlyList<double> draw = Draws[(int)((long)i * Draws.Count / Pairs)];
            (double first, double second) = NormalPair(i, draw[2], draw[3], draw[4]);
            logLambda[i] = Math.Max(-Furthest, Math.Min(Furthest, draw[0] + first));
            lambda[i] = Math.Exp(logLambda[i]);
            mu[i] = Math.Exp(Math.Max(-Furthest, Math.Min(Furthest, draw[1] + second)));
        }
    }

    /// <inheritdoc/>
    public override string Name => "pareto-nbd-abe";

    /// <summary>One of evenly spread pairs of normal numbers with these variances and covariance.</summary>
    internal static (double LogLambda, double LogMu) NormalPair(int i, double variance, double covariance, double otherVariance)
    {
        (double first, double second) = EvenNormals.At(i);
        double spread = Math.Sqrt(variance);
        double slope = covariance / spread;
        return (spread * first, (slope * first) + (Math.Sqrt(otherVariance - (slope * slope)) * second));
    }

    /// <summary>Log of the mean over all pairs of the chance of this history.</summary>
    public override double LogLikelihood(PurchaseSummary customer)
    {
        double largest = Largest(customer);
        return largest + Math.Log(Mean(customer, largest, new One()).Weights / Pairs);
    }

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer)
    {
        (double weights, double alive, _) = Mean(customer, Largest(customer), new One());
        return Math.Min(1, alive / weights);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        int i = (random ?? throw new ArgumentNullException(nameof(random))).Next(Pairs);
        double end = Math.Min(Horizon(horizon), Sampling.Exponential(random, mu[i]));
        List<double> times = [];
        for (double time = Sampling.Exponential(random, lambda[i]); time <= end; time += Sampling.Exponential(random, lambda[i]))
            times.Add(time);
        return times;
    }

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => OfNew(new Expected(horizon));

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => OfNew(new Exactly(purchases, horizon));

    /// <inheritdoc/>
    protected override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => IfAlive(customer, new Staying(horizon));

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) => IfAlive(customer, new Expected(horizon));

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        IfAlive(customer, new Discounted(horizon, continuousRate));

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        IfAlive(customer, new Exactly(purchases, horizon));

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level)
    {
        if (horizon == 0)
            return 0;
        double largest = Largest(customer);
        double alive = Mean(customer, largest, new One()).Alive;
        return CountQuantile.Of(new Count(this, customer, largest, horizon), (1 - level) * alive);
    }

    private static void Check(IReadOnlyList<double> draw)
    {
        ParameterCheck.Positive([new(Names[2], draw[2]), new(Names[4], draw[4])]);
        foreach (int i in new[] { 0, 1, 3 })
        {
            if (double.IsNaN(draw[i]) || double.IsInfinity(draw[i]) || (i == 3 && !(draw[3] * draw[3] < draw[2] * draw[4])))
                throw new DataRejectedException(new DataProblem { Field = Names[i], Value = draw[i].ToString(CultureInfo.InvariantCulture), Message = "is not a finite number; a covariance must be smaller than the root of the variances' product, too." });
        }
    }

    private double Largest(PurchaseSummary customer)
    {
        double silence = customer.Age - customer.Recency;
        double largest = double.NegativeInfinity;
        for (int i = 0; i < Pairs; i++)
            largest = Math.Max(largest, KnownRates.LogChance(lambda[i], logLambda[i], mu[i], customer.Frequency, customer.Recency, silence, out _));
        return largest;
    }

    /// <summary>Sums over the pairs: of their weights by this history, of weight times alive, and of that times the answer.</summary>
    private (double Weights, double Alive, double Sum) Mean<TQuestion>(PurchaseSummary customer, double largest, TQuestion question)
        where TQuestion : struct, IQuestion
    {
        double silence = customer.Age - customer.Recency;
        double weights = 0, alive = 0, sum = 0;
        for (int i = 0; i < Pairs; i++)
        {
            double log = KnownRates.LogChance(lambda[i], logLambda[i], mu[i], customer.Frequency, customer.Recency, silence, out double aliveOfPair);
            if (log < largest - Negligible)
                continue;
            double weight = Math.Exp(log - largest);
            double here = weight * Math.Max(Least, aliveOfPair);
            weights += weight;
            alive += here;
            sum += here * question.Of(lambda[i], mu[i]);
        }

        return (weights, alive, sum);
    }

    private double IfAlive<TQuestion>(PurchaseSummary customer, TQuestion question)
        where TQuestion : struct, IQuestion
    {
        (_, double alive, double sum) = Mean(customer, Largest(customer), question);
        return sum / alive;
    }

    private double OfNew<TQuestion>(TQuestion question)
        where TQuestion : struct, IQuestion
    {
        double sum = 0;
        for (int i = 0; i < Pairs; i++)
            sum += question.Of(lambda[i], mu[i]);
        return sum / Pairs;
    }

    private interface IQuestion
    {
        double Of(double lambda, double mu);
    }

    private readonly struct One : IQuestion
    {
        public double Of(double lambda, double mu) => 1;
    }

    private readonly struct Staying(double horizon) : IQuestion
    {
        public double Of(double lambda, double mu) => Math.Exp(-mu * horizon);
    }

    private readonly struct Expected(double horizon) : IQuestion
    {
        public double Of(double lambda, double mu) => KnownRates.ExpectedPurchases(lambda, mu, horizon);
    }

    private readonly struct Discounted(double horizon, double rate) : IQuestion
    {
        public double Of(double lambda, double mu) =>
            double.IsPositiveInfinity(horizon) ? lambda / (mu + rate) : KnownRates.ExpectedPurchases(lambda, mu + rate, horizon);
    }

    private readonly struct Exactly(int purchases, double horizon) : IQuestion
    {
        public double Of(double lambda, double mu) => KnownRates.ProbabilityOfPurchases(purchases, lambda, mu, horizon);
    }

    private readonly struct Count(ParetoNbdAbeModel model, PurchaseSummary customer, double largest, double horizon) : ICount
    {
        public double AtLeast(int n) => model.Mean(customer, largest, new AtLeast(n, horizon)).Sum;
    }

    private readonly struct AtLeast(int purchases, double horizon) : IQuestion
    {
        public double Of(double lambda, double mu) => KnownRates.AtLeast(purchases, lambda, mu, horizon);
    }
}
