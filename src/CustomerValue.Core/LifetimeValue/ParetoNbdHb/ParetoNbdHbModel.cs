using CustomerValue.Customers;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// Pareto/NBD with parameters drawn from their posterior: the mean over the draws of what each says in closed form. Immutable and thread-safe.
/// What is to come of a customer who is alive is the mean over the draws, each weighted by its probability that the customer is.
/// Source: Ma &amp; Liu (2007), "An MCMC approach for the Pareto/NBD model", ICNC 2007; the model of Schmittlein, Morrison &amp; Colombo (1987).
/// </summary>
public sealed class ParetoNbdHbModel : PosteriorModel
{
    internal static readonly string[] Names = ["r", "alpha", "s", "beta"];

    /// <summary>Chances of being alive below this count as this, so that they still weigh the draws.</summary>
    private const double Least = 1e-290;

    private readonly ParetoNbdParameters[] draws;

    /// <summary>Makes a model.</summary>
    /// <param name="means">Posterior means of r, α, s, β, finite and &gt; 0; α and β in <paramref name="unit"/>.</param>
    /// <param name="draws">Joint draws of (r, α, s, β), finite and &gt; 0, at most 1000; none: the means are the only draw.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range, or draws that are not of four numbers; names each.</exception>
    public ParetoNbdHbModel(IReadOnlyList<double> means, IReadOnlyList<IReadOnlyList<double>> draws, TimeUnit unit)
        : base(Names, means, draws, unit)
    {
        ParameterCheck.Positive(Parameters);
        ParameterCheck.Positive(Draws.SelectMany(draw => Names.Zip(draw, (name, value) => new ModelParameter(name, value))));
        this.draws = [.. Draws.Select(draw => new ParetoNbdParameters(draw[0], draw[1], draw[2], draw[3]))];
    }

    /// <inheritdoc/>
    public override string Name => "pareto-nbd-hb";

    /// <summary>Log of the mean over the draws of the chance of this history.</summary>
    public override double LogLikelihood(PurchaseSummary customer)
    {
        double largest = double.NegativeInfinity;
        double sum = 0;
        foreach (ParetoNbdParameters draw in draws)
        {
            double value = draw.LogLikelihood(customer);
            sum = value <= largest ? sum + Math.Exp(value - largest) : 1 + (sum * Math.Exp(largest - value));
            largest = Math.Max(largest, value);
        }

        return largest + Math.Log(sum / draws.Length);
    }

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer)
    {
        double sum = 0;
        foreach (ParetoNbdParameters draw in draws)
            sum += draw.ProbabilityAlive(customer.Frequency, customer.Recency, customer.Age);
        return Math.Min(1, sum / draws.Length);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon) =>
        draws[(random ?? throw new ArgumentNullException(nameof(random))).Next(draws.Length)].SimulatePurchaseTimes(random, Horizon(horizon));

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

    /// <summary>The search begins at one draw's quantile.</summary>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level) => horizon == 0 ? 0
        : CountQuantile.Of(new Count(this, customer, horizon), 1 - level, BuyerCount<AliveBuyer>.Quantile(draws[draws.Length / 2].Alive(customer), horizon, level));

    private double OfNew<TQuestion>(TQuestion question)
        where TQuestion : struct, IQuestion
    {
        double sum = 0;
        foreach (ParetoNbdParameters draw in draws)
            sum += question.Of(draw.New);
        return sum / draws.Length;
    }

    private double IfAlive<TQuestion>(PurchaseSummary customer, TQuestion question)
        where TQuestion : struct, IQuestion
    {
        double sum = 0;
        double weights = 0;
        foreach (ParetoNbdParameters draw in draws)
        {
            // A chance below the smallest double is one that all draws share.
            double weight = Math.Max(Least, draw.ProbabilityAlive(customer.Frequency, customer.Recency, customer.Age));
            sum += weight * question.Of(draw.Alive(customer));
            weights += weight;
        }

        return sum / weights;
    }

    private interface IQuestion
    {
        double Of(AliveBuyer buyer);
    }

    private readonly struct Staying(double horizon) : IQuestion
    {
        public double Of(AliveBuyer buyer) => buyer.Survival(horizon);
    }

    private readonly struct Expected(double horizon) : IQuestion
    {
        public double Of(AliveBuyer buyer) => buyer.ExpectedPurchases(horizon);
    }

    private readonly struct Discounted(double horizon, double rate) : IQuestion
    {
        public double Of(AliveBuyer buyer) => buyer.DiscountedPurchases(horizon, rate);
    }

    private readonly struct Exactly(int purchases, double horizon) : IQuestion
    {
        public double Of(AliveBuyer buyer) => buyer.ProbabilityOfPurchases(purchases, horizon);
    }

    private readonly struct Count(ParetoNbdHbModel model, PurchaseSummary customer, double horizon) : ICount
    {
        public double AtLeast(int n) => model.IfAlive(customer, new AtLeast(n, horizon));
    }

    private readonly struct AtLeast(int purchases, double horizon) : IQuestion
    {
        public double Of(AliveBuyer buyer) => buyer.AtLeast(purchases, horizon);
    }
}
