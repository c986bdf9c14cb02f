using System.Buffers;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>
/// Pareto/GGG as it scores: a history leaves open who the customer is, and 512 possible ones, spread evenly through the draws of the population
/// and (k, λ, μ), stand for all. What is said of each is exact, with the lifetime integrated out. Immutable and thread-safe.
/// <para>Where a summary has no <see cref="PurchaseSummary.LogGaps"/>, its likelihood is that of frequency and recency alone, and k is mostly what the population has.</para>
/// Source: Platzer &amp; Reutterer (2016), "Ticking Away the Moments: Timing Regularity Helps to Better Predict Customer Activity", Marketing Science 35(5).
/// </summary>
public sealed class ParetoGggModel : PosteriorModel
{
    internal static readonly string[] Names = ["t", "gamma", "r", "alpha", "s", "beta"];

    /// <summary>Weights of customers still there below this count as this, so that they still weigh the points.</summary>
    private const double Least = 1e-250;

    private readonly GggPopulation population;

    /// <summary>Makes a model.</summary>
    /// <param name="means">Posterior means of t, γ, r, α, s, β, finite and &gt; 0; α and β in <paramref name="unit"/>.</param>
    /// <param name="draws">Joint draws of them, finite and &gt; 0, at most 1000; none: the means are the only draw. Scores use 512 at most.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range, or draws that are not of six numbers; names each.</exception>
    public ParetoGggModel(IReadOnlyList<double> means, IReadOnlyList<IReadOnlyList<double>> draws, TimeUnit unit)
        : base(Names, means, draws, unit)
    {
        ParameterCheck.Positive(Parameters);
        ParameterCheck.Positive(Draws.SelectMany(draw => Names.Zip(draw, (name, value) => new ModelParameter(name, value))));
        population = new GggPopulation(Draws);
    }

    /// <inheritdoc/>
    public override string Name => "pareto-ggg";

    /// <summary>Log of the mean over all possible customers of the chance of this history.</summary>
    public override double LogLikelihood(PurchaseSummary customer)
    {
        Span<GggNode> nodes = stackalloc GggNode[GggPopulation.Nodes];
        double largest = population.Fill(customer, nodes);
        double sum = 0;
        foreach (ref readonly GggNode node in nodes)
            sum += node.Weight;
        return largest + Math.Log(sum);
    }

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer)
    {
        Span<GggNode> nodes = stackalloc GggNode[GggPopulation.Nodes];
        population.Fill(customer, nodes);
        double sum = 0, alive = 0;
        foreach (ref readonly GggNode node in nodes)
            (sum, alive) = (sum + node.Weight, alive + node.Alive);
        return Math.Min(1, alive / sum);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        GggNode customer = population.New((random ?? throw new ArgumentNullException(nameof(random))).Next(GggPopulation.Nodes));
        double end = Math.Min(Horizon(horizon), Sampling.Exponential(random, customer.Mu));
        List<double> times = [];
        for (double time = Gap(); time <= end; time += Gap())
            times.Add(time);
        return times;

        double Gap() => Math.Max(1e-9 * end, Sampling.Gamma(random, customer.K, customer.Rate));
    }

    /// <inheritdoc/>
    protected override bool GapsMatter => true;

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => OfNew(new Discounted(horizon, 0));

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => OfNew(new Exactly(purchases, horizon));

    /// <inheritdoc/>
    protected override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => IfAlive(customer, new Staying(horizon), false);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) => IfAlive(customer, new Discounted(horizon, 0), true);

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        IfAlive(customer, new Discounted(horizon, continuousRate), true);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        IfAlive(customer, new Exactly(purchases, horizon), true);

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level)
    {
        if (horizon == 0)
            return 0;
        GggNode[] nodes = ArrayPool<GggNode>.Shared.Rent(GggPopulation.Nodes);
        population.Fill(customer, nodes.AsSpan(0, GggPopulation.Nodes));
        population.Wait(customer.Age - customer.Recency, nodes.AsSpan(0, GggPopulation.Nodes));
        int quantile = CountQuantile.Of(new Count(nodes, horizon), 1 - level);
        ArrayPool<GggNode>.Shared.Return(nodes);
        return quantile;
    }

    private double IfAlive<TQuestion>(PurchaseSummary customer, TQuestion question, bool buys)
        where TQuestion : struct, IQuestion
    {
        Span<GggNode> nodes = stackalloc GggNode[GggPopulation.Nodes];
        population.Fill(customer, nodes);
        if (buys)
            population.Wait(customer.Age - customer.Recency, nodes);
        return Mean(nodes, question);
    }

    private static double Mean<TQuestion>(ReadOnlySpan<GggNode> nodes, TQuestion question)
        where TQuestion : struct, IQuestion
    {
        double sum = 0, weights = 0;
        foreach (ref readonly GggNode node in nodes)
        {
            double weight = Math.Max(Least, node.Alive);
            sum += weight * question.Of(in node);
            weights += weight;
        }

        return sum / weights;
    }

    private double OfNew<TQuestion>(TQuestion question)
        where TQuestion : struct, IQuestion
    {
        double sum = 0;
        for (int i = 0; i < GggPopulation.Nodes; i++)
            sum += question.OfNew(population.New(i));
        return sum / GggPopulation.Nodes;
    }

    private interface IQuestion
    {
        double Of(in GggNode node);

        double OfNew(in GggNode node);
    }

    private readonly struct Count(GggNode[] nodes, double horizon) : ICount
    {
        public double AtLeast(int n) => Mean(nodes.AsSpan(0, GggPopulation.Nodes), new AtLeast(n, horizon));
    }

    private readonly struct Staying(double horizon) : IQuestion
    {
        public double Of(in GggNode node) => Math.Exp(-node.Mu * horizon);

        public double OfNew(in GggNode node) => Of(in node);
    }

    private readonly struct Discounted(double horizon, double rate) : IQuestion
    {
        public double Of(in GggNode node) => node.Wait > horizon || horizon == 0
            ? 0
            : Math.Exp(-(node.Mu + rate) * node.Wait) * (1 + KnownRhythm.Purchases(node.K, node.Rate, node.Mu + rate, horizon - node.Wait));

        public double OfNew(in GggNode node) => KnownRhythm.Purchases(node.K, node.Rate, node.Mu + rate, horizon);
    }

    private readonly struct AtLeast(long purchases, double horizon) : IQuestion
    {
        public double Of(in GggNode node) => purchases == 0 ? 1 : node.Wait > horizon || horizon == 0
            ? 0
            : Math.Exp(-node.Mu * node.Wait) * KnownRhythm.AtLeast(purchases - 1, node.K, node.Rate, node.Mu, horizon - node.Wait);

        public double OfNew(in GggNode node) => KnownRhythm.AtLeast(purchases, node.K, node.Rate, node.Mu, horizon);
    }

    private readonly struct Exactly(int purchases, double horizon) : IQuestion
    {
        public double Of(in GggNode node) => Math.Max(0, new AtLeast(purchases, horizon).Of(in node) - new AtLeast(purchases + 1L, horizon).Of(in node));

        public double OfNew(in GggNode node) => Math.Max(0, new AtLeast(purchases, horizon).OfNew(in node) - new AtLeast(purchases + 1L, horizon).OfNew(in node));
    }
}
