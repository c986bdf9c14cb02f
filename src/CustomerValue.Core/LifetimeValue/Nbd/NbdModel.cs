using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.Nbd;

/// <summary>
/// The NBD model: every customer buys for ever, at a rate λ ~ Gamma(r, α). The yardstick for models with dropout, and the model where
/// nobody can leave. Immutable and thread-safe.
/// Source: Ehrenberg (1959), "The Pattern of Consumer Purchases", Applied Statistics 8(1); Morrison &amp; Schmittlein (1988), "Generalizing the NBD Model for Customer Purchases", eq. 1–3.
/// </summary>
public sealed class NbdModel : PurchaseModel
{
    private readonly double r;
    private readonly double alpha;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is r/α a unit.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public NbdModel(double r, double alpha, TimeUnit unit)
        : base(unit)
    {
        Parameters = [new("r", r), new("alpha", alpha)];
        ParameterCheck.Positive(Parameters);
        this.r = r;
        this.alpha = alpha;
    }

    /// <inheritdoc/>
    public override string Name => "nbd";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public override double LogLikelihood(PurchaseSummary customer) =>
        CountTerms.LogCounts(r, alpha, customer.Frequency) - ((r + customer.Frequency) * SpecialFunctions.Log1P(customer.Age / alpha));

    /// <summary>1: nobody leaves.</summary>
    public override double ProbabilityAlive(PurchaseSummary customer) => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        double rate = Sampling.Gamma(random ?? throw new ArgumentNullException(nameof(random)), r, alpha);
        _ = Horizon(horizon);
        List<double> times = [];
        for (double time = Sampling.Exponential(random, rate); time <= horizon; time += Sampling.Exponential(random, rate))
            times.Add(time);
        return times;
    }

    /// <inheritdoc/>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values) => new NbdModel(values[0], values[1], Unit);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => r / alpha * horizon;

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => Probability(r, horizon / alpha, purchases);

    /// <inheritdoc/>
    protected override void ScoreProbabilityAlive(SummaryColumns columns, Span<double> alive) => alive.Fill(1);

    /// <summary>1: nobody leaves.</summary>
    protected override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => 1;

    /// <summary>(r + x)/(α + T)·t.</summary>
    protected override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) => (r + customer.Frequency) / (alpha + customer.Age) * horizon;

    /// <summary>(r + x)/(α + T)·(1 − e^(−δt))/δ.</summary>
    protected override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        (r + customer.Frequency) / (alpha + customer.Age) * (continuousRate == 0 ? horizon : -SpecialFunctions.Expm1(-continuousRate * horizon) / continuousRate);

    /// <summary>Negative binomial again, with shape r + x and mean (r + x)/(α + T)·t.</summary>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        Probability(r + customer.Frequency, horizon / (alpha + customer.Age), purchases);

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level)
    {
        if (horizon == 0)
            return 0;
        NegativeBinomial count = new(r + customer.Frequency, horizon / (alpha + customer.Age));
        double logProbability = count.LogProbability(0);
        double reached = 0;
        for (int n = 0; ; n++)
        {
            double probability = Math.Exp(logProbability);
            reached += probability;
            // Beyond the last representable tail nothing is added any more.
            if (reached >= level || n == int.MaxValue || (reached > 0.5 && probability < 1e-18))
                return n;
            logProbability += count.LogRatio(n);
        }
    }

    private static double Probability(double shape, double w, int n) => w == 0 ? (n == 0 ? 1 : 0) : new NegativeBinomial(shape, w).Probability(n);
}
