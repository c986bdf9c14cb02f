using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>
/// A customer whose gaps are Gamma(k, kλ), of mean 1/λ whatever k, and who leaves after an Exp(μ): what a history says with the time of leaving integrated out.
/// Of a silence of length d after the last purchase the chance is e^(−μd) S(d) + ∫ μ e^(−μy) S(y) dy over (0, d); by parts it is 1 − c·P(k, (kλ+μ)d) with
/// c = (kλ/(kλ+μ))^k and P, Q the regularised incomplete gamma functions. Source: Platzer &amp; Reutterer (2016), Marketing Science 35(5), §3.
/// </summary>
internal static class RegularBuyer
{
    public static double LogChance(double k, double lambda, double mu, double x, double logGaps, double recency, double silence)
    {
        double rate = k * lambda;
        double gaps = x == 0 ? 0 : (x * ((k * Math.Log(rate)) - SpecialFunctions.LogGamma(k))) + ((k - 1) * logGaps) - (rate * recency);
        return gaps - (mu * recency) + Math.Log(Silence(k, rate, mu, silence));
    }

    /// <summary>The part of it in which the customer has not left.</summary>
    public static double SilentAndStill(double k, double rate, double mu, double silence) =>
        silence > 0 ? Math.Exp(-mu * silence) * MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(k, rate * silence) : 1;

    /// <summary>Probability that a customer who has been silent for so long is still one.</summary>
    public static double Alive(double k, double lambda, double mu, double silence) =>
        silence > 0 ? Math.Min(1, SilentAndStill(k, k * lambda, mu, silence) / Silence(k, k * lambda, mu, silence)) : 1;

    /// <summary>The chance of no purchase for so long after one, whether the customer left or not: (1 − c) + c·Q, so that nothing cancels.</summary>
    public static double Silence(double k, double rate, double mu, double silence)
    {
        if (!(silence > 0))
            return 1;
        double logC = -k * SpecialFunctions.Log1P(mu / rate);
        return -SpecialFunctions.Expm1(logC) + (Math.Exp(logC) * MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(k, (rate + mu) * silence));
    }
}
