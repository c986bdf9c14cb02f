using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Numerics;

namespace CustomerValue.Simulation;

/// <summary>What orders are worth: Gamma-Gamma. Source: Fader &amp; Hardie (2013), "The Gamma-Gamma Model of Monetary Value".</summary>
internal static class SpendProcess
{
    /// <summary>p·v/(q − 1), the mean value of an order over all customers.</summary>
    public static double Mean(GammaGammaModel model) => model.Parameters[0].Value * model.Parameters[2].Value / (model.Parameters[1].Value - 1);

    /// <summary>The mean value p/ν of one customer's orders, ν ~ Gamma(q, rate v).</summary>
    public static double DrawMean(Random random, GammaGammaModel model) => model.Parameters[0].Value / Sampling.Gamma(random, model.Parameters[1].Value, model.Parameters[2].Value);

    /// <summary>The value of one order, Gamma(p, rate ν), in whole cents, at least one and at most 10¹²: what a purchase can hold.</summary>
    public static long DrawCents(Random random, GammaGammaModel model, double meanSpend)
    {
        double p = model.Parameters[0].Value;
        return (long)Math.Min(1e12, Math.Max(1, Math.Round(100 * Sampling.Gamma(random, p, p / meanSpend))));
    }
}
