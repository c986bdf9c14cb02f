using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>
/// s and β drawn given who has left and when, with every μ integrated out, and s too while β is drawn by a slice on its logarithm. Given the customers'
/// own μ, the two hardly move, as thousands of numbers that the histories say little of hold them. Lifetimes are Pareto then:
/// P(τ > y) = (β/(β+y))^s. Source: Liu (1994), "The collapsed Gibbs sampler", JASA 89(427).
/// </summary>
internal sealed class DropoutDraw(GammaPrior shapePrior, GammaPrior ratePrior, int customers)
{
    /// <summary>Rejections beyond this say that gaps are of all sizes at once (k near 0), where hardly a proposal would ever be accepted.</summary>
    private const int Tries = 100;

    private readonly double[] end = new double[customers];
    private readonly bool[] left = new bool[customers];

    /// <summary>Takes in whether and when a customer has left, drawn given k, λ and μ.</summary>
    public void Set(int i, double k, double lambda, double mu, double recency, double age, ref RandomStream random)
    {
        left[i] = !(random.Uniform() < RegularBuyer.Alive(k, lambda, mu, age - recency));
        end[i] = left[i] ? recency + Leaving(k, lambda, mu, age - recency, ref random) : age;
    }

    /// <summary>When the customer left, as drawn last; null where not.</summary>
    public double? Ended(int i) => left[i] ? end[i] : null;

    /// <summary>Draws s and β.</summary>
    /// <param name="rate">β as it is.</param>
    /// <param name="random">The stream.</param>
    public (double Shape, double Rate) Draw(double rate, ref RandomStream random)
    {
        double log = Math.Log(rate);
        double gone = 0;
        foreach (bool one in left)
            gone += one ? 1 : 0;
        double level = LogDensity(log, gone, out _) - random.Exponential();
        double from = log - (2 * random.Uniform());
        double to = from + 2;
        while (LogDensity(from, gone, out _) > level)
            from -= 2;
        while (LogDensity(to, gone, out _) > level)
            to += 2;
        while (true)
        {
            double candidate = from + ((to - from) * random.Uniform());
            if (LogDensity(candidate, gone, out double exposure) >= level)
                return (random.Gamma(shapePrior.Shape + gone) / (shapePrior.Rate + exposure), Math.Exp(candidate));
            if (candidate < log)
                from = candidate;
            else
                to = candidate;
        }
    }

    /// <summary>ln μ of a customer under s and β.</summary>
    public double LogMu(int i, double shape, double rate, ref RandomStream random) =>
        random.LogGamma(shape + (left[i] ? 1 : 0)) - Math.Log(rate + end[i]);

    /// <summary>
    /// When within the silence the customer left: its density is e^(−μy) times the chance that the next gap is longer than y. One of the two proposes,
    /// the other accepts; times since the last purchase that a passer-by finds, part of a gap of Gamma(k + 1, kλ), have the latter as their density.
    /// After too many refusals the draw is made by inversion, which is slower and as exact.
    /// </summary>
    private static double Leaving(double k, double lambda, double mu, double silence, ref RandomStream random)
    {
        bool early = mu > lambda || lambda * silence < 1;
        for (int i = 0; i < Tries; i++)
        {
            double y = early
                ? -SpecialFunctions.Log1P(-random.Uniform() * -SpecialFunctions.Expm1(-mu * silence)) / mu
                : random.Uniform() * random.Gamma(k + 1) / (k * lambda);
            if (y < silence && (early ? random.Gamma(k) / (k * lambda) > y : random.Exponential() > mu * y))
                return y;
        }

        double left = random.Uniform() * Left(silence);
        (double from, double to) = (0, silence);
        for (double y = silence / 2; y > from && y < to; y = from + ((to - from) / 2))
        {
            if (Left(y) < left)
                from = y;
            else
                to = y;
        }

        return to;

        double Left(double y) => RegularBuyer.Silence(k, k * lambda, mu, y) - RegularBuyer.SilentAndStill(k, k * lambda, mu, y);
    }

    private double LogDensity(double at, double gone, out double exposure)
    {
        double rate = Math.Exp(at);
        exposure = 0;
        double ends = 0;
        for (int i = 0; i < end.Length; i++)
        {
            double one = SpecialFunctions.Log1P(end[i] / rate);
            exposure += one;
            ends += left[i] ? one + at : 0;
        }

        return ratePrior.LogDensityOfLog(at) - ends - ((shapePrior.Shape + gone) * Math.Log(shapePrior.Rate + exposure));
    }
}
