namespace CustomerValue.Numerics;

/// <summary>Draws from a seeded source.</summary>
internal static class Sampling
{
    /// <summary>A gamma variate. Source: MathNet (Marsaglia &amp; Tsang 2000).</summary>
    public static double Gamma(Random random, double shape, double rate) => MathNet.Numerics.Distributions.Gamma.Sample(random, shape, rate);

    /// <summary>An exponential variate.</summary>
    public static double Exponential(Random random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;

    /// <summary>A beta variate. For small shapes two gammas can both underflow to 0; Jöhnk's method in logs (1964) can't.</summary>
    public static double Beta(Random random, double a, double b)
    {
        if (a >= 0.5 || b >= 0.5)
            return MathNet.Numerics.Distributions.Beta.Sample(random, a, b);
        while (true)
        {
            double x = Math.Log(1 - random.NextDouble()) / a;
            double y = Math.Log(1 - random.NextDouble()) / b;
            double larger = Math.Max(x, y);
            double logSum = larger + SpecialFunctions.Log1P(Math.Exp(Math.Min(x, y) - larger));
            if (logSum <= 0)
                return Math.Exp(x - logSum);
        }
    }
}
