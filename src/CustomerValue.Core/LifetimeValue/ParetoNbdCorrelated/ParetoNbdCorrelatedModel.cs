using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>
/// The Pareto/NBD model with correlated rates: purchase rates Gamma(r, α) and dropout rates Gamma(s, β), whose joint density is
/// g1(λ) g2(μ) [1 + m (e^(−λ) − (α/(1+α))^r) (e^(−μ) − (β/(1+β))^s)]. With m = 0 it is Pareto/NBD. Immutable and thread-safe.
/// The form depends on the unit of time: m of weeks is not m of days, and the largest correlation it allows differs too.
/// Source: Bachmann, Meierer &amp; Näf (2021), "The Role of Time-Varying Contextual Factors in Latent Attrition Models", Marketing Science 40(4), appendix; Sarmanov (1966).
/// </summary>
public sealed class ParetoNbdCorrelatedModel : PurchaseModel
{
    private readonly CorrelatedParameters parameters;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is r/α a unit.</param>
    /// <param name="s">Shape of the dropout rates, finite and &gt; 0.</param>
    /// <param name="beta">Rate of the dropout rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is s/β a unit.</param>
    /// <param name="m">How rates hang together, between bounds, inclusive, that depend on the other four: <see cref="Bounds"/>. Above 0, who buys often leaves early.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="DataRejectedException">Parameters out of range; names each.</exception>
    public ParetoNbdCorrelatedModel(double r, double alpha, double s, double beta, double m, TimeUnit unit)
        : base(unit)
    {
        Parameters = [new("r", r), new("alpha", alpha), new("s", s), new("beta", beta), new("m", m)];
        ParameterCheck.Positive(Parameters.Take(4));
        (double lowest, double highest) = Bounds(r, alpha, s, beta);
        if (!(m >= lowest && m <= highest))
        {
            throw new DataRejectedException(new DataProblem
            {
                Field = "m",
                Value = m.ToString(CultureInfo.InvariantCulture),
                Message = string.Format(CultureInfo.InvariantCulture, "is not in [{0:R}, {1:R}], where the density of these rates is not negative; 0 is no correlation.", lowest, highest),
            });
        }

        parameters = new(r, alpha, s, beta, m);
        Correlation = m * new SarmanovLink(r, alpha, s, beta).CorrelationOfOne;
    }

    /// <inheritdoc/>
    public override string Name => "pareto-nbd-correlated";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>The correlation of purchase and dropout rates over customers: m·√(rs)·(α/(1+α))^r·(β/(1+β))^s/((1+α)(1+β)).</summary>
    public double Correlation { get; }

    /// <summary>The smallest and the largest m with these parameters, both inclusive: outside, some rates would have a negative density.</summary>
    public static (double Lowest, double Highest) Bounds(double r, double alpha, double s, double beta)
    {
        SarmanovLink link = new(r, alpha, s, beta);
        return (link.Lowest, link.Highest);
    }

    /// <inheritdoc/>
    public override double LogLikelihood(PurchaseSummary customer) => parameters.LogLikelihood(customer);

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer) => parameters.ProbabilityAlive(customer);

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon) =>
        parameters.SimulatePurchaseTimes(random ?? throw new ArgumentNullException(nameof(random)), Horizon(horizon));

    /// <summary>The same model with other parameters; an m beyond its bounds is taken to the nearer one.</summary>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values)
    {
        (double lowest, double highest) = Bounds(values[0], values[1], values[2], values[3]);
        return new ParetoNbdCorrelatedModel(values[0], values[1], values[2], values[3], Math.Max(lowest, Math.Min(highest, values[4])), Unit);
    }

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => parameters.Alive(0, 0).ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => parameters.Alive(0, 0).ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => parameters.Alive(customer.Frequency, customer.Age).Survival(horizon);

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) =>
        parameters.Alive(customer.Frequency, customer.Age).ExpectedPurchases(horizon);

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        parameters.Alive(customer.Frequency, customer.Age).DiscountedPurchases(horizon, continuousRate);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        parameters.Alive(customer.Frequency, customer.Age).ProbabilityOfPurchases(purchases, horizon);

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level) =>
        BuyerCount<CorrelatedBuyer>.Quantile(parameters.Alive(customer.Frequency, customer.Age), horizon, level);
}
