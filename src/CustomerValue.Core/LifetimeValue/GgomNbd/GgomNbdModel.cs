using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// The GGom/NBD model: purchases at a rate λ ~ Gamma(r, α) until a lifetime ends that is Gompertz, S(t | η) = e^(−η(e^(bt) − 1)), with
/// η ~ Gamma(s, β). The chance to leave may grow with age, as it may fall in Pareto/NBD, which it becomes for b → 0 with β/b fixed.
/// Immutable and thread-safe. Source: Bemmaor &amp; Glady (2012), "Modeling Purchasing Behavior with Sudden 'Death'", Management Science 58(5).
/// </summary>
public sealed class GgomNbdModel : PurchaseModel
{
    private readonly double r, alpha;
    private readonly GompertzLifetime life;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is r/α a unit.</param>
    /// <param name="b">Scale of the lifetimes, a <paramref name="unit"/>, finite and &gt; 0: the chance to leave grows by e^(bt).</param>
    /// <param name="s">Shape of the frailties η, finite and &gt; 0.</param>
    /// <param name="beta">Rate of the frailties, without a unit, finite and &gt; 0.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public GgomNbdModel(double r, double alpha, double b, double s, double beta, TimeUnit unit)
        : base(unit)
    {
        Parameters = [new("r", r), new("alpha", alpha), new("b", b), new("s", s), new("beta", beta)];
        ParameterCheck.Positive(Parameters);
        (this.r, this.alpha, life) = (r, alpha, new(b, s, beta));
    }

    /// <inheritdoc/>
    public override string Name => "ggom-nbd";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public override double LogLikelihood(PurchaseSummary customer) =>
        Silent(customer).Evaluate(out _) + SpecialFunctions.LogGammaRatio(r, customer.Frequency) - (customer.Frequency * Math.Log(alpha));

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer)
    {
        Silent(customer).Evaluate(out double logAlive);
        return Math.Exp(logAlive);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        double rate = Sampling.Gamma(random ?? throw new ArgumentNullException(nameof(random)), r, alpha);
        double end = Math.Min(Horizon(horizon), life.Draw(random));
        List<double> times = [];
        for (double time = Sampling.Exponential(random, rate); time <= end; time += Sampling.Exponential(random, rate))
            times.Add(time);
        return times;
    }

    /// <inheritdoc/>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values) => new GgomNbdModel(values[0], values[1], values[2], values[3], values[4], Unit);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => New.DiscountedPurchases(horizon, 0);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => New.ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => Alive(customer).Survival(horizon);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) => Alive(customer).DiscountedPurchases(horizon, 0);

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        Alive(customer).DiscountedPurchases(horizon, continuousRate);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        Alive(customer).ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level) => Alive(customer).Quantile(horizon, level);

    private GgomCustomer New => new(r, alpha, life);

    private GgomCustomer Alive(PurchaseSummary customer) => new(r + customer.Frequency, alpha + customer.Age, life.After(customer.Age));

    private Silence Silent(PurchaseSummary customer) => new(r, alpha, life, customer.Frequency, customer.Recency, customer.Age);
}
