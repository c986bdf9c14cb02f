using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>
/// What BG/NBD and MBG/NBD have in common: purchases at a rate λ ~ Gamma(r, α), and after a purchase the customer leaves with
/// probability p ~ Beta(a, b). Immutable and thread-safe.
/// </summary>
public abstract class BetaGeometricModel : PurchaseModel
{
    private readonly BetaGeometricParameters parameters;
    private readonly BetaGeometricFormulas formulas;

    private protected BetaGeometricModel(double r, double alpha, double a, double b, TimeUnit unit, bool leavesAtFirst)
        : base(unit)
    {
        Parameters = [new("r", r), new("alpha", alpha), new("a", a), new("b", b)];
        ParameterCheck.Positive(Parameters);
        parameters = new(r, alpha, a, b, leavesAtFirst);
        formulas = new(parameters);
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public sealed override double LogLikelihood(PurchaseSummary customer) => formulas.LogLikelihood(customer);

    /// <inheritdoc/>
    public sealed override double ProbabilityAlive(PurchaseSummary customer) => formulas.ProbabilityAlive(customer);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon) =>
        formulas.SimulatePurchaseTimes(random ?? throw new ArgumentNullException(nameof(random)), Horizon(horizon));

    /// <inheritdoc/>
    protected sealed override double ExpectedPurchasesOfNew(double horizon) => formulas.ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected sealed override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => formulas.ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected sealed override void ScoreProbabilityAlive(SummaryColumns columns, Span<double> alive) =>
        BetaGeometricColumns.ProbabilityAlive(parameters, columns, alive);

    /// <inheritdoc/>
    protected sealed override double SurvivalIfAlive(PurchaseSummary customer, double horizon) =>
        parameters.Alive(customer.Frequency, customer.Age).Survival(horizon);

    /// <inheritdoc/>
    protected sealed override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) =>
        parameters.Alive(customer.Frequency, customer.Age).ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected sealed override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        parameters.Alive(customer.Frequency, customer.Age).DiscountedPurchases(horizon, continuousRate);

    /// <inheritdoc/>
    protected sealed override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        parameters.Alive(customer.Frequency, customer.Age).ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected sealed override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level) =>
        parameters.Alive(customer.Frequency, customer.Age).Quantile(horizon, level);
}
