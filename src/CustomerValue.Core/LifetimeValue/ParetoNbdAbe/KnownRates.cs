using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>What a history says of a customer whose rates λ and μ are known: purchases are a Poisson process that ends after an exponential lifetime.</summary>
internal static class KnownRates
{
    /// <summary>ln of λ^x/(λ+μ)·(μ e^(−(λ+μ)t_x) + λ e^(−(λ+μ)T)), and the probability alive. Source: Schmittlein, Morrison &amp; Colombo (1987), eq. 5 ff.; Abe (2009), eq. 4.</summary>
    public static double LogChance(double lambda, double logLambda, double mu, double frequency, double recency, double silence, out double alive)
    {
        double pace = lambda + mu;
        double silent = Math.Exp(-pace * silence);
        double either = mu + (lambda * silent);
        // Where both are too small to be told from 0 nothing is known of the customer.
        alive = either > 0 ? pace * silent / either : 1;
        return either > 0 ? (frequency * logLambda) - (pace * recency) + Math.Log(either / pace) : double.NegativeInfinity;
    }

    /// <summary>E[N(t)] of a customer who is alive: λ(1 − e^(−μt))/μ.</summary>
    public static double ExpectedPurchases(double lambda, double mu, double t) => mu * t < 1e-300 ? lambda * t : lambda * (-SpecialFunctions.Expm1(-mu * t) / mu);

    /// <summary>P(N(t) ≥ n) of a customer who is alive, n ≥ 1: n events of pace λ + μ in time, all of them purchases.</summary>
    public static double AtLeast(int n, double lambda, double mu, double t) =>
        Math.Exp(n * -SpecialFunctions.Log1P(mu / lambda)) * MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(n, (lambda + mu) * t);

    /// <summary>P(N(t) = n) of a customer who is alive: n purchases and still there, or the next event is to leave.</summary>
    public static double ProbabilityOfPurchases(int n, double lambda, double mu, double t)
    {
        if (t == 0)
            return n == 0 ? 1 : 0;
        double events = (lambda + mu) * t;
        double purchases = n == 0 ? 0 : -n * SpecialFunctions.Log1P(mu / lambda);
        double staying = Math.Exp(purchases + (n == 0 ? 0 : n * Math.Log(events)) - events - SpecialFunctions.LogGamma(n + 1.0));
        return staying + (Math.Exp(purchases) * (mu / (lambda + mu)) * MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(n + 1, events));
    }
}
