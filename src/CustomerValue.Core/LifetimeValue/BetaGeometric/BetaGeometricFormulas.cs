using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>The formulas of BG/NBD and MBG/NBD for one customer, in logs.</summary>
internal readonly struct BetaGeometricFormulas(BetaGeometricParameters parameters)
{
    /// <summary>
    /// ln L = ln (r)_x + r ln α − (r+x) ln(α+T) + ln B(a, b+x+k)/B(a, b) + ln(1 + e^D), where e^D are the odds of having left.
    /// Source: Fader, Hardie &amp; Lee (2005), eq. 6; Batislam, Denizel &amp; Filiztekin (2007), eq. A2.
    /// </summary>
    public double LogLikelihood(PurchaseSummary customer)
    {
        int chances = customer.Frequency + parameters.Extra;
        double r = parameters.R;
        double staying = SpecialFunctions.LogGammaRatio(parameters.B, chances) - SpecialFunctions.LogGammaRatio(parameters.A + parameters.B, chances);
        double logAge = SpecialFunctions.Log1P(customer.Age / parameters.Alpha);
        double purchases = SpecialFunctions.LogGammaRatio(r, customer.Frequency) - (r * logAge)
            - (customer.Frequency * (Math.Log(parameters.Alpha) + logAge));
        return purchases + staying + (chances == 0 ? 0 : SpecialFunctions.LogOnePlusExp(LogOddsLeft(customer)));
    }

    /// <summary>1/(1 + e^D). In BG/NBD exactly 1 without a repeat purchase. Source: Fader, Hardie &amp; Lee (2008), "Computing P(alive)", eq. 7.</summary>
    public double ProbabilityAlive(PurchaseSummary customer)
    {
        if (customer.Frequency + parameters.Extra == 0)
            return 1;
        double odds = LogOddsLeft(customer);
        double small = Math.Exp(-Math.Abs(odds));
        return odds > 0 ? small / (1 + small) : 1 / (1 + small);
    }

    /// <summary>A new customer of MBG/NBD has to survive the first purchase.</summary>
    public double ExpectedPurchases(double horizon) => StaysAtFirst * parameters.Alive(0, 0).ExpectedPurchases(horizon);

    public double ProbabilityOfPurchases(int n, double horizon)
    {
        double ifStaying = StaysAtFirst * parameters.Alive(0, 0).ProbabilityOfPurchases(n, horizon);
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
            time += Sampling.Exponential(random, rate);
            if (!(time <= horizon))
                break;
            times.Add(time);
            alive = random.NextDouble() >= leaving;
        }

        return times;
    }

    private double StaysAtFirst => parameters.LeavesAtFirst ? parameters.B / (parameters.A + parameters.B) : 1;

    private double LogOddsLeft(PurchaseSummary customer)
    {
        double silence = SpecialFunctions.Log1P((customer.Age - customer.Recency) / (parameters.Alpha + customer.Recency));
        return Math.Log(parameters.A / (parameters.B + (customer.Frequency + parameters.Extra - 1))) + ((parameters.R + customer.Frequency) * silence);
    }
}
