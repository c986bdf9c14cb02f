using CustomerValue.Customers;
using CustomerValue.LifetimeValue.DiscreteTime;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ShiftedBetaGeometric;

/// <summary>
/// The shifted beta-geometric model of contracts: at every renewal the customer leaves with probability θ ~ Beta(α, β), so whoever has
/// stayed long is likelier to stay on. It knows who is still a customer; what it forecasts is how long. Immutable and thread-safe.
/// A period is one unit of time; discount rates are effective rates a year.
/// Sources: Fader &amp; Hardie (2007), "How to project customer retention", Journal of Interactive Marketing 21(1);
/// Fader &amp; Hardie (2010), "Customer-base valuation in a contractual setting", Marketing Science 29(1).
/// </summary>
public sealed class ShiftedBetaGeometricModel
{
    private readonly double alpha;
    private readonly double beta;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="alpha">First shape of the chance to leave, finite and &gt; 0: its mean is α/(α + β). Lifetimes have a mean where α &gt; 1.</param>
    /// <param name="beta">Second shape, finite and &gt; 0.</param>
    /// <param name="unit">The length of a contract period.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public ShiftedBetaGeometricModel(double alpha, double beta, TimeUnit unit)
    {
        _ = unit.Days();
        Unit = unit;
        Parameters = [new("alpha", alpha), new("beta", beta)];
        ParameterCheck.Positive(Parameters);
        (this.alpha, this.beta) = (alpha, beta);
    }

    /// <summary>The model's name: <c>sbg</c>.</summary>
    public string Name { get; } = "sbg";

    /// <summary>The length of a contract period.</summary>
    public TimeUnit Unit { get; }

    /// <summary>α and β.</summary>
    public IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>
    /// Log-likelihood of a customer who renewed <paramref name="renewals"/> ≥ 0 times and is still there (<paramref name="active"/>), or left at the
    /// next renewal. Source: Fader &amp; Hardie (2007), eqs. 5 and 6.
    /// </summary>
    public double LogLikelihood(int renewals, bool active) =>
        -SpecialFunctions.LogRisingRatio(beta, alpha, Count(renewals)) + (active ? 0 : Math.Log(alpha / (alpha + beta + renewals)));

    /// <summary>S(t): the part of a new cohort that is still there after <paramref name="renewals"/> ≥ 0 renewals.</summary>
    public double Survival(int renewals) => After(0).Survival(Count(renewals));

    /// <summary>The chance that a customer who renewed <paramref name="renewals"/> ≥ 0 times renews again: (β + n)/(α + β + n). It rises with n. Source: Fader &amp; Hardie (2007), eq. 8.</summary>
    public double Retention(int renewals) => (beta + Count(renewals)) / (alpha + beta + renewals);

    /// <summary>The chance that a customer who is there after <paramref name="renewals"/> ≥ 0 renewals makes <paramref name="horizon"/> ≥ 0 more.</summary>
    public double ResidualSurvival(int renewals, int horizon) => After(Count(renewals)).Survival(Count(horizon));

    /// <summary>Renewals to expect among the next <paramref name="horizon"/> ≥ 0 of a customer who is there after <paramref name="renewals"/> ≥ 0.</summary>
    public double ExpectedRenewals(int renewals, int horizon) => After(Count(renewals)).ExpectedPeriods(Count(horizon));

    /// <summary>All renewals still to expect of a customer who is there after <paramref name="renewals"/> ≥ 0: (β + n)/(α − 1); +∞ where α ≤ 1, as the mean of so many who never leave.</summary>
    public double ExpectedRemainingRenewals(int renewals) =>
        Count(renewals) >= 0 && alpha > 1 ? (beta + renewals) / (alpha - 1) : double.PositiveInfinity;

    /// <summary>
    /// DERL: the renewals still to come of a customer who made <paramref name="renewals"/> ≥ 0 and is about to decide on the next, whose payment
    /// counts in full, and every later one discounted to now. Source: Fader &amp; Hardie (2010), eq. 6.
    /// </summary>
    /// <param name="renewals">Renewals made.</param>
    /// <param name="discountRate">Effective rate a year, &gt; 0, however small.</param>
    public double DiscountedExpectedResidualLifetime(int renewals, double discountRate) =>
        DiscountedRenewals(renewals, double.PositiveInfinity, discountRate, 0);

    /// <summary>The renewals among the next <paramref name="horizon"/>, each discounted to now.</summary>
    /// <param name="renewals">Renewals made, ≥ 0.</param>
    /// <param name="horizon">How many are looked at, ≥ 0.</param>
    /// <param name="discountRate">Effective rate a year, ≥ 0.</param>
    /// <param name="untilNext">Periods until the next renewal, finite and ≥ 0: 0 just before it, 1 just after the last.</param>
    public double DiscountedExpectedRenewals(int renewals, int horizon, double discountRate, double untilNext = 0) =>
        DiscountedRenewals(renewals, Count(horizon), discountRate, untilNext);

    /// <summary>The smallest n such that, with at least <paramref name="probability"/>, a customer who is there after <paramref name="renewals"/> makes at most n of the next <paramref name="horizon"/> renewals.</summary>
    /// <param name="renewals">Renewals made, ≥ 0.</param>
    /// <param name="horizon">≥ 0; <see cref="int.MaxValue"/> for no end.</param>
    /// <param name="probability">In (0, 1); 0.5 is the median.</param>
    public int RenewalQuantile(int renewals, int horizon, double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability here is in (0, 1); 0.5 is the median.");
        BetaLifetime lifetime = After(Count(renewals));
        int low = 0;
        int high = Count(horizon);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            // More than n renewals are made by those who survive n + 1.
            if (lifetime.Survival(middle + 1.0) <= 1 - probability)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>How many of the next <paramref name="horizon"/> ≥ 0 renewals a customer makes who is there after <paramref name="renewals"/> ≥ 0, drawn from the exact process.</summary>
    public int SimulateRenewals(Random random, int renewals, int horizon)
    {
        double leaving = Sampling.Beta(random ?? throw new ArgumentNullException(nameof(random)), alpha, beta + Count(renewals));
        double made = Math.Floor(Math.Log(1 - random.NextDouble()) / SpecialFunctions.Log1P(-leaving));
        return made < Count(horizon) ? (int)made : horizon;
    }

    private double DiscountedRenewals(int renewals, double horizon, double discountRate, double untilNext)
    {
        if (!(untilNext >= 0) || double.IsInfinity(untilNext))
            throw new ArgumentOutOfRangeException(nameof(untilNext), untilNext, "The time until the next renewal is a finite number ≥ 0 of periods.");
        double rate = Unit.ContinuousRate(discountRate);
        if (rate == 0 && double.IsInfinity(horizon))
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "Over an unbounded horizon the discount rate must be > 0 a year; 0.10 is 10 %.");
        return Math.Exp(rate * (1 - untilNext)) * After(Count(renewals)).DiscountedPeriods(horizon, rate);
    }

    /// <summary>The lifetime still to come after n renewals: whoever is there stayed n times.</summary>
    private BetaLifetime After(int n) => new(alpha, beta + n);

    private static int Count(int value) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A number of renewals is ≥ 0.");
}
