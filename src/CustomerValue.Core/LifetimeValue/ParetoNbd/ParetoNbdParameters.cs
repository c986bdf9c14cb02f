using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>The four parameters, and what they say of one customer.</summary>
internal readonly struct ParetoNbdParameters(double r, double alpha, double s, double beta)
{
    public double R { get; } = r;

    public double Alpha { get; } = alpha;

    public double S { get; } = s;

    public double Beta { get; } = beta;

    /// <summary>A new customer.</summary>
    public AliveBuyer New => new(R, Alpha, S, Beta);

    public double LogLikelihood(PurchaseSummary customer) =>
        ParetoNbdHistory.LogCounts(R, Alpha, customer.Frequency)
        + ParetoNbdTimes.Evaluate(R, Alpha, S, Beta, customer.Frequency, customer.Recency, customer.Age);

    /// <summary>1/(1 + Q). Source: Schmittlein, Morrison &amp; Colombo (1987), eq. 11 ff.; Fader &amp; Hardie (2005), eq. 35 ff.</summary>
    public double ProbabilityAlive(int frequency, double recency, double age)
    {
        Span<double> sum = stackalloc double[1];
        sum.Clear();
        double odds = SilenceIntegral.LogOdds(R + frequency, Alpha, S, Beta, recency, age, sum);
        double small = Math.Exp(-Math.Abs(odds));
        return odds > 0 ? small / (1 + small) : 1 / (1 + small);
    }

    /// <summary>A customer with this history who is alive at T: both rates are gammas again, and independent.</summary>
    public AliveBuyer Alive(PurchaseSummary customer) => new(R + customer.Frequency, Alpha + customer.Age, S, Beta + customer.Age);

    /// <summary>Repeat purchases of one customer drawn from the process.</summary>
    public IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        double rate = Sampling.Gamma(random, R, Alpha);
        double end = Math.Min(horizon, Sampling.Exponential(random, Sampling.Gamma(random, S, Beta)));
        List<double> times = [];
        for (double time = Sampling.Exponential(random, rate); time <= end; time += Sampling.Exponential(random, rate))
            times.Add(time);
        return times;
    }
}
