using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BetaGeometric;

namespace CustomerValue.LifetimeValue.MbgNbd;

/// <summary>
/// The MBG/NBD model: purchases at a rate λ ~ Gamma(r, α); after every purchase, the first one too, the customer leaves with probability p ~ Beta(a, b).
/// The default for customers without a contract: one who bought once may already be gone.
/// Source: Batislam, Denizel &amp; Filiztekin (2007), International Journal of Research in Marketing 24(3); Hoppe &amp; Wagner (2007).
/// </summary>
public sealed class MbgNbdModel : PurchaseModel
{
    private readonly BetaGeometricParameters parameters;
    private readonly BetaGeometricModel formulas;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is r/α a unit.</param>
    /// <param name="a">First shape of the dropout probability, finite and &gt; 0: its mean is a/(a + b).</param>
    /// <param name="b">Second shape, finite and &gt; 0.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public MbgNbdModel(double r, double alpha, double a, double b, TimeUnit unit)
        : base(unit)
    {
        parameters = new(r, alpha, a, b, leavesAtFirst: true);
        formulas = new(parameters);
        Parameters = [new("r", r), new("alpha", alpha), new("a", a), new("b", b)];
    }

    /// <inheritdoc/>
    public override string Name => "mbg-nbd";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public override double LogLikelihood(PurchaseSummary customer) => formulas.LogLikelihood(customer);

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer) => formulas.ProbabilityAlive(customer);

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon) =>
        formulas.SimulatePurchaseTimes(random ?? throw new ArgumentNullException(nameof(random)), Horizon(horizon));

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => formulas.ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => formulas.ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override void ScoreProbabilityAlive(SummaryColumns columns, Span<double> alive) =>
        BetaGeometricColumns.ProbabilityAlive(parameters, columns, alive);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(int frequency, double age, double horizon) =>
        parameters.Alive(frequency, age).ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(int frequency, double age, double horizon, double continuousRate) =>
        parameters.Alive(frequency, age).DiscountedPurchases(horizon, continuousRate);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, int frequency, double age, double horizon) =>
        parameters.Alive(frequency, age).ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(int frequency, double age, double horizon, double level) =>
        parameters.Alive(frequency, age).Quantile(horizon, level);
}
