using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue;

/// <summary>
/// A fitted model of when customers buy and when they leave. Immutable and thread-safe.
/// What is still to come is the probability that the customer is alive times what a customer with this history does if alive.
/// In most models the latter depends on frequency and age alone, so columns are scored with one evaluation per distinct (x, T).
/// Times and horizons are in <see cref="Unit"/>; discount rates are effective rates a year.
/// </summary>
public abstract partial class PurchaseModel
{
    /// <summary>Sets the unit.</summary>
    protected PurchaseModel(TimeUnit unit)
    {
        _ = unit.Days();
        Unit = unit;
    }

    /// <summary>The model's name, such as <c>bg-nbd</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The unit of recency, age and horizons.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The parameters, in the order of the literature.</summary>
    public abstract IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>Log-likelihood of this customer's history.</summary>
    public abstract double LogLikelihood(PurchaseSummary customer);

    /// <summary>Probability in [0, 1] that the customer is still a customer at the end of observation.</summary>
    public abstract double ProbabilityAlive(PurchaseSummary customer);

    /// <summary>Probability in [0, 1] that the customer is still a customer at T + <paramref name="horizon"/>.</summary>
    public double ProbabilityAlive(PurchaseSummary customer, double horizon) =>
        ProbabilityAlive(customer) * SurvivalIfAlive(customer, Horizon(horizon));

    /// <summary>Expected purchases of a customer who is just acquired, in (0, <paramref name="horizon"/>], the first purchase not counted.</summary>
    public double ExpectedPurchases(double horizon) => ExpectedPurchasesOfNew(Horizon(horizon));

    /// <summary>Probability that a customer who is just acquired makes exactly <paramref name="purchases"/> ≥ 0 repeat purchases in (0, <paramref name="horizon"/>].</summary>
    public double ProbabilityOfPurchases(int purchases, double horizon) => ProbabilityOfPurchasesOfNew(Count(purchases), Horizon(horizon));

    /// <summary>Expected purchases in (T, T + <paramref name="horizon"/>].</summary>
    public double ExpectedPurchases(PurchaseSummary customer, double horizon) =>
        ProbabilityAlive(customer) * ExpectedPurchasesIfAlive(customer, Horizon(horizon));

    /// <summary>Expected purchases in (T + <paramref name="from"/>, T + <paramref name="to"/>].</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="from">Finite and ≥ 0.</param>
    /// <param name="to">Finite and ≥ <paramref name="from"/>.</param>
    public double ExpectedPurchases(PurchaseSummary customer, double from, double to) =>
        Horizon(from) <= Horizon(to)
            ? ProbabilityAlive(customer) * Math.Max(0, ExpectedPurchasesIfAlive(customer, to) - ExpectedPurchasesIfAlive(customer, from))
            : throw new ArgumentOutOfRangeException(nameof(to), to, "An interval ends where it starts, or later.");

    /// <summary>Expected purchases in (T, T + <paramref name="horizon"/>], each discounted continuously to T at <paramref name="discountRate"/> a year.</summary>
    public double DiscountedExpectedPurchases(PurchaseSummary customer, double horizon, double discountRate) =>
        ProbabilityAlive(customer) * DiscountedPurchasesIfAlive(customer, Horizon(horizon), Unit.ContinuousRate(discountRate));

    /// <summary>DERT: all purchases still to come, each discounted continuously to T. Source: Fader, Hardie &amp; Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4).</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="discountRate">Effective rate a year, &gt; 0.</param>
    public double DiscountedExpectedResidualTransactions(PurchaseSummary customer, double discountRate) =>
        ProbabilityAlive(customer) * DiscountedPurchasesIfAlive(customer, double.PositiveInfinity, PositiveRate(discountRate));

    /// <summary>Probability of exactly <paramref name="purchases"/> ≥ 0 purchases in (T, T + <paramref name="horizon"/>].</summary>
    public double ProbabilityOfPurchases(int purchases, PurchaseSummary customer, double horizon)
    {
        double alive = ProbabilityAlive(customer);
        double ifAlive = ProbabilityOfPurchasesIfAlive(Count(purchases), customer, Horizon(horizon));
        return purchases == 0 ? 1 - alive + (alive * ifAlive) : alive * ifAlive;
    }

    /// <summary>The smallest number n of purchases in (T, T + <paramref name="horizon"/>] with P(N ≤ n) ≥ <paramref name="probability"/>.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="probability">In (0, 1); 0.5 is the median, the best forecast of a single customer by absolute error.</param>
    public int PurchaseQuantile(PurchaseSummary customer, double horizon, double probability) =>
        Quantile(ProbabilityAlive(customer), customer, Horizon(horizon), Probability(probability));

    /// <summary>The times in (0, <paramref name="horizon"/>], in order, at which a new customer drawn from the exact process repeats the purchase.</summary>
    /// <param name="random">The seeded source.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    public abstract IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon);

    /// <summary>The same model with other parameters, in the order of <see cref="Parameters"/>; null where parameters alone don't make the model.</summary>
    protected internal virtual PurchaseModel? WithParameters(IReadOnlyList<double> values) => null;

    /// <summary>Expected repeat purchases of a new customer.</summary>
    protected abstract double ExpectedPurchasesOfNew(double horizon);

    /// <summary>P(N = n) of a new customer.</summary>
    protected abstract double ProbabilityOfPurchasesOfNew(int purchases, double horizon);

    /// <summary>Whether what a customer does who is alive depends on recency too, beside frequency and age.</summary>
    protected virtual bool RecencyMatters => false;

    /// <summary>Whether customers who differ in <see cref="PurchaseSummary.LogGaps"/> alone differ in what they do.</summary>
    protected virtual bool GapsMatter => false;

    /// <summary>Probability that a customer who is alive at T still is at T + horizon.</summary>
    protected abstract double SurvivalIfAlive(PurchaseSummary customer, double horizon);

    /// <summary>Expected purchases in (T, T + horizon] of a customer who is alive at T.</summary>
    protected abstract double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon);

    /// <summary>Expected purchases in (T, T + horizon] of a customer who is alive at T, discounted continuously; the horizon may be +∞ where the rate is &gt; 0.</summary>
    protected abstract double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate);

    /// <summary>P(N = n) in (T, T + horizon] of a customer who is alive at T.</summary>
    protected abstract double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon);

    /// <summary>The smallest n with P(N ≤ n) ≥ level in (T, T + horizon] of a customer who is alive at T; level &lt; 1.</summary>
    protected abstract int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level);

    /// <summary>Refuses a horizon that is not finite and ≥ 0.</summary>
    protected static double Horizon(double horizon) => horizon >= 0 && !double.IsInfinity(horizon)
        ? horizon
        : throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is a finite number ≥ 0, in the model's unit.");

    private static int Count(int purchases) => purchases >= 0
        ? purchases
        : throw new ArgumentOutOfRangeException(nameof(purchases), purchases, "A number of purchases is ≥ 0.");

    private static double Probability(double probability) => probability > 0 && probability < 1
        ? probability
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability here is in (0, 1); 0.5 is the median.");

    private double PositiveRate(double discountRate) => discountRate > 0
        ? Unit.ContinuousRate(discountRate)
        : throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "Over an unbounded horizon the discount rate must be > 0 a year; 0.10 is 10 %.");

    /// <summary>N ≤ n where the customer has left, or is alive and buys at most n times.</summary>
    private static double LevelIfAlive(double alive, double probability) => 1 - ((1 - probability) / alive);

    private int Quantile(double alive, PurchaseSummary customer, double horizon, double probability)
    {
        double level = LevelIfAlive(alive, probability);
        return level <= 0 ? 0 : PurchaseQuantileIfAlive(customer, horizon, level);
    }
}
