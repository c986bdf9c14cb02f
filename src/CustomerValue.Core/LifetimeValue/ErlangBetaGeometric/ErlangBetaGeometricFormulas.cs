using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>The formulas of BG/CNBD-k and MBG/CNBD-k for one customer, in logs.</summary>
internal readonly struct ErlangBetaGeometricFormulas(ErlangBetaGeometricParameters parameters)
{
    /// <summary>
    /// ln L = gaps + ln (r)_kx + r ln α − (r+kx) ln(α+T) + ln B(a, b+x+e)/B(a, b) + ln Σ_{j&lt;k} (r+kx)_j/j! u^j + ln(1 + odds of having left)
    /// with u = (T − t_x)/(α + T), e = 1 for MBG/CNBD-k. Source: Reutterer, Platzer &amp; Schröder (2021), eq. 4.
    /// </summary>
    public double LogLikelihood(PurchaseSummary customer)
    {
        int chances = customer.Frequency + parameters.Extra;
        double staying = SpecialFunctions.LogGammaRatio(parameters.B, chances) - SpecialFunctions.LogGammaRatio(parameters.A + parameters.B, chances);
        double logAge = SpecialFunctions.Log1P(customer.Age / parameters.Alpha);
        double stages = (double)parameters.K * customer.Frequency;
        double purchases = SpecialFunctions.LogGammaRatio(parameters.R, stages) - (parameters.R * logAge) - (stages * (Math.Log(parameters.Alpha) + logAge));
        return GapTerm.Of(parameters.K, customer.Frequency, customer.Recency, customer.LogGaps) + purchases + staying
            + LogSilent(customer) + (chances == 0 ? 0 : SpecialFunctions.LogOnePlusExp(LogOddsLeft(customer)));
    }

    /// <summary>1/(1 + odds of having left). In BG/CNBD-k exactly 1 without a repeat purchase.</summary>
    public double ProbabilityAlive(PurchaseSummary customer)
    {
        if (customer.Frequency + parameters.Extra == 0)
            return 1;
        double odds = LogOddsLeft(customer);
        double small = Math.Exp(-Math.Abs(odds));
        return odds > 0 ? small / (1 + small) : 1 / (1 + small);
    }

    /// <summary>A new customer of MBG/CNBD-k has to survive the first purchase.</summary>
    public double ExpectedPurchases(double horizon) => StaysAtFirst * parameters.Alive(0, 0, 0).ExpectedPurchases(horizon);

    public double ProbabilityOfPurchases(int n, double horizon)
    {
        double ifStaying = StaysAtFirst * parameters.Alive(0, 0, 0).ProbabilityOfPurchases(n, horizon);
        return n == 0 ? 1 - StaysAtFirst + ifStaying : ifStaying;
    }

    /// <summary>Repeat purchases of one customer drawn from the process.</summary>
    public IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon)
    {
        double rate = Sampling.Gamma(random, parameters.R, parameters.Alpha);
        double leaving = Sampling.Beta(random, parameters.A, parameters.B);
        List<double> times = [];
        bool alive = !parameters.LeavesAtFirst || random.NextDouble() >= leaving;
        for (double time = 0; alive;)
        {
            for (int stage = 0; stage < parameters.K; stage++)
                time += Sampling.Exponential(random, rate);
            if (!(time <= horizon))
                break;
            times.Add(time);
            alive = random.NextDouble() >= leaving;
        }

        return times;
    }

    private double StaysAtFirst => parameters.LeavesAtFirst ? parameters.B / (parameters.A + parameters.B) : 1;

    private double LogSilent(PurchaseSummary customer) =>
        Stages.LogSum(parameters.Shape(customer.Frequency), (customer.Age - customer.Recency) / (parameters.Alpha + customer.Age), parameters.K);

    private double LogOddsLeft(PurchaseSummary customer)
    {
        double silence = SpecialFunctions.Log1P((customer.Age - customer.Recency) / (parameters.Alpha + customer.Recency));
        return Math.Log(parameters.A / (parameters.B + (customer.Frequency + parameters.Extra - 1)))
            + (parameters.Shape(customer.Frequency) * silence) - LogSilent(customer);
    }
}
