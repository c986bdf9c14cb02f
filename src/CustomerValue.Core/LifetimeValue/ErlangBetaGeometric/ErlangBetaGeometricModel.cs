using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// What BG/CNBD-k and MBG/CNBD-k have in common: the time between two purchases is Erlang-k, k exponential stages with a rate
/// λ ~ Gamma(r, α), so that customers buy the more regularly the larger k is; and after a purchase the customer leaves with probability
/// p ~ Beta(a, b). Immutable and thread-safe.
/// <para>Where summaries have no <see cref="PurchaseSummary.LogGaps"/>, the likelihood is that of frequency and recency alone.</para>
/// </summary>
public abstract class ErlangBetaGeometricModel : PurchaseModel
{
    private readonly ErlangBetaGeometricParameters parameters;
    private readonly ErlangBetaGeometricFormulas formulas;

    private protected ErlangBetaGeometricModel(double r, double alpha, double a, double b, int k, TimeUnit unit, bool leavesAtFirst)
        : base(unit)
    {
        Parameters = [new("r", r), new("alpha", alpha), new("a", a), new("b", b), new("k", k)];
        ParameterCheck.Positive(Parameters);
        if (k > Stages.Most)
            throw new DataRejectedException(new DataProblem { Field = "k", Value = k.ToString(CultureInfo.InvariantCulture), Message = $"is above {Stages.Most}; at {Stages.Most} a gap varies by a tenth of its mean." });
        Regularity = k;
        parameters = new(r, alpha, a, b, k, leavesAtFirst);
        formulas = new(parameters);
    }

    /// <summary>k, in [1, 100]: 1 is purchases at random, at k the standard deviation of a customer's gaps is 1/√k of their mean.</summary>
    public int Regularity { get; }

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

    /// <summary>True: who bought long ago is further on the way to the next purchase.</summary>
    protected sealed override bool RecencyMatters => true;

    /// <inheritdoc/>
    protected sealed override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => Alive(customer).Survival(horizon);

    /// <inheritdoc/>
    protected sealed override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) => Alive(customer).ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected sealed override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        Alive(customer).DiscountedPurchases(horizon, continuousRate);

    /// <inheritdoc/>
    protected sealed override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        Alive(customer).ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected sealed override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level) => Alive(customer).Quantile(horizon, level);

    private RegularCustomer Alive(PurchaseSummary customer) => parameters.Alive(customer.Frequency, customer.Recency, customer.Age);
}
