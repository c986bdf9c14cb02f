using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// The Pareto/NBD model: while alive a customer buys at a rate λ ~ Gamma(r, α), and leaves at a rate μ ~ Gamma(s, β), at any time,
/// independent of purchases. Immutable and thread-safe.
/// Source: Schmittlein, Morrison &amp; Colombo (1987), "Counting Your Customers", Management Science 33(1); Fader &amp; Hardie (2005), "A Note on Deriving the Pareto/NBD Model".
/// </summary>
public sealed class ParetoNbdModel : PurchaseModel
{
    private readonly ParetoNbdParameters parameters;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is r/α a unit.</param>
    /// <param name="s">Shape of the dropout rates, finite and &gt; 0.</param>
    /// <param name="beta">Rate of the dropout rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is s/β a unit.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public ParetoNbdModel(double r, double alpha, double s, double beta, TimeUnit unit)
        : base(unit)
    {
        Parameters = [new("r", r), new("alpha", alpha), new("s", s), new("beta", beta)];
        ParameterCheck.Positive(Parameters);
        parameters = new(r, alpha, s, beta);
    }

    /// <inheritdoc/>
    public override string Name => "pareto-nbd";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public override double LogLikelihood(PurchaseSummary customer) => parameters.LogLikelihood(customer);

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer) => parameters.ProbabilityAlive(customer.Frequency, customer.Recency, customer.Age);

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon) =>
        parameters.SimulatePurchaseTimes(random ?? throw new ArgumentNullException(nameof(random)), Horizon(horizon));

    /// <inheritdoc/>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values) => new ParetoNbdModel(values[0], values[1], values[2], values[3], Unit);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => parameters.New.ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => parameters.New.ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override void ScoreProbabilityAlive(SummaryColumns columns, Span<double> alive) => ParetoNbdColumns.ProbabilityAlive(parameters, columns, alive);

    /// <inheritdoc/>
    protected override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => parameters.Alive(customer).Survival(horizon);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) => parameters.Alive(customer).ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        parameters.Alive(customer).DiscountedPurchases(horizon, continuousRate);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        parameters.Alive(customer).ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level) =>
        BuyerCount<AliveBuyer>.Quantile(parameters.Alive(customer), horizon, level);
}
