using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BgBb;

/// <summary>
/// The BG/BB model of discrete time, where a customer can buy at most once at each opportunity (a yearly appeal, a weekly market, an event):
/// alive, the customer buys with probability p ~ Beta(α, β); before each opportunity the customer leaves with probability θ ~ Beta(γ, δ).
/// Opportunities are numbered 1, 2, … after the first purchase, one a unit of time; frequency x, recency t_x and age T = n are whole numbers
/// with x ≤ t_x ≤ n. <see cref="PurchaseModel.ProbabilityAlive(PurchaseSummary)"/> is the chance to have been alive at opportunity n, so it is 1
/// where t_x = n; the chance to be alive at the next one is that with a horizon of 1. A horizon holds the opportunities that come within it.
/// Source: Fader, Hardie &amp; Shang (2010), "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29(6).
/// </summary>
public sealed class BgBbModel : PurchaseModel
{
    private readonly double alpha;
    private readonly double beta;
    private readonly double gamma;
    private readonly double delta;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="alpha">First shape of the chance to buy, finite and &gt; 0: its mean is α/(α + β).</param>
    /// <param name="beta">Second shape, finite and &gt; 0.</param>
    /// <param name="gamma">First shape of the chance to leave before an opportunity, finite and &gt; 0: its mean is γ/(γ + δ).</param>
    /// <param name="delta">Second shape, finite and &gt; 0.</param>
    /// <param name="unit">The time from one opportunity to the next.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public BgBbModel(double alpha, double beta, double gamma, double delta, TimeUnit unit)
        : base(unit)
    {
        Parameters = [new("alpha", alpha), new("beta", beta), new("gamma", gamma), new("delta", delta)];
        ParameterCheck.Positive(Parameters);
        (this.alpha, this.beta, this.gamma, this.delta) = (alpha, beta, gamma, delta);
    }

    /// <inheritdoc/>
    public override string Name => "bg-bb";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>
    /// ln L = ln[B(α+x, β+t_x−x) B(γ, δ+t_x)/(B(α, β) B(γ, δ))] + ln R: the history up to t_x, and then nothing, R = P(no purchase in (t_x, n] | alive at t_x).
    /// Source: Fader, Hardie &amp; Shang (2010), eq. 6, divided by its largest factor.
    /// </summary>
    /// <exception cref="Validation.DataRejectedException">Not whole numbers, or x &gt; t_x.</exception>
    public override double LogLikelihood(PurchaseSummary customer)
    {
        double x = customer.Frequency;
        double last = customer.Recency;
        double silence = Silence(customer, out _);
        return Math.Log(silence) - SpecialFunctions.LogRisingRatio(alpha, beta, x) - SpecialFunctions.LogRisingRatio(beta, alpha + x, last - x)
            - SpecialFunctions.LogRisingRatio(delta, gamma, last);
    }

    /// <summary>Probability to have been alive at opportunity n. Source: Fader, Hardie &amp; Shang (2010), eq. 11, at n itself.</summary>
    /// <exception cref="Validation.DataRejectedException">Not whole numbers, or x &gt; t_x.</exception>
    public override double ProbabilityAlive(PurchaseSummary customer)
    {
        double silence = Silence(customer, out double alive);
        return alive / silence;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        double chance = Sampling.Beta(random ?? throw new ArgumentNullException(nameof(random)), alpha, beta);
        double leaving = Sampling.Beta(random, gamma, delta);
        double end = Math.Floor(Horizon(horizon));
        List<double> times = [];
        for (double opportunity = 1; opportunity <= end && random.NextDouble() >= leaving; opportunity++)
        {
            if (random.NextDouble() < chance)
                times.Add(opportunity);
        }

        return times;
    }

    /// <inheritdoc/>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values) => new BgBbModel(values[0], values[1], values[2], values[3], Unit);

    /// <inheritdoc/>
    protected override void CheckHistories(SummaryColumns columns) => BgBbHistory.Check(columns);

    /// <summary>Patterns of opportunities are few, and each is looked at once.</summary>
    protected override void ScoreProbabilityAlive(SummaryColumns columns, Span<double> alive)
    {
        using HistoryMemo memo = new(alive.Length);
        ReadOnlySpan<int> frequency = columns.Frequency;
        ReadOnlySpan<double> recency = columns.Recency;
        ReadOnlySpan<double> age = columns.Age;
        for (int row = 0; row < alive.Length; row++)
        {
            if (!memo.TryGet(frequency[row], recency[row], age[row], out int slot, out double value))
                memo.Keep(slot, frequency[row], recency[row], age[row], value = ProbabilityAlive(columns[row]));
            alive[row] = value;
        }
    }

    /// <inheritdoc/>
    protected override double ExpectedPurchasesOfNew(double horizon) => Alive(0, 0).ExpectedPurchases(Math.Floor(horizon));

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesOfNew(int purchases, double horizon) => Alive(0, 0).ProbabilityOfPurchases(purchases, Math.Floor(horizon));

    /// <inheritdoc/>
    protected override double SurvivalIfAlive(PurchaseSummary customer, double horizon) => Alive(customer.Frequency, customer.Age).Survival(Math.Floor(horizon));

    /// <summary>Survival changes at whole units only, so each unit counts its survival times ∫ e^(−δu) du over it.</summary>
    protected override double ActiveTimeIfAlive(PurchaseSummary customer, double horizon, double continuousRate)
    {
        double time = 0;
        for (double from = 0; from < horizon; from++)
        {
            double width = Math.Min(1, horizon - from);
            double discounted = continuousRate == 0 ? width : Math.Exp(-continuousRate * from) * -SpecialFunctions.Expm1(-continuousRate * width) / continuousRate;
            time += SurvivalIfAlive(customer, from) * discounted;
        }

        return time;
    }

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(PurchaseSummary customer, double horizon) =>
        Alive(customer.Frequency, customer.Age).ExpectedPurchases(Math.Floor(horizon));

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        Alive(customer.Frequency, customer.Age).DiscountedPurchases(Math.Floor(horizon), continuousRate);

    /// <inheritdoc/>
    protected override double ProbabilityOfPurchasesIfAlive(int purchases, PurchaseSummary customer, double horizon) =>
        Alive(customer.Frequency, customer.Age).ProbabilityOfPurchases(purchases, Math.Floor(horizon));

    /// <inheritdoc/>
    protected override int PurchaseQuantileIfAlive(PurchaseSummary customer, double horizon, double level) =>
        Alive(customer.Frequency, customer.Age).Quantile(Math.Floor(horizon), level);

    /// <summary>Whoever is alive at n has bought x times and stayed n times.</summary>
    private DonorAlive Alive(double x, double n) => new(alpha + x, beta + (n - x), gamma, delta + n);

    /// <summary>P(no purchase in (t_x, n] | x, alive at t_x), and of it the part in which the customer is still alive at n.</summary>
    private double Silence(PurchaseSummary customer, out double alive)
    {
        BgBbHistory.Check(customer);
        double x = customer.Frequency;
        double left = 0;
        alive = 1;
        for (double j = customer.Recency; j < customer.Age; j++)
        {
            double stay = gamma + delta + j;
            left += alive * (gamma / stay);
            alive *= (beta + (j - x)) / (alpha + beta + j) * ((delta + j) / stay);
        }

        return left + alive;
    }
}
