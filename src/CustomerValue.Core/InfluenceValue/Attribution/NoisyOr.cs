using MathNet.Numerics.Integration;

namespace CustomerValue.InfluenceValue.Attribution;

/// <summary>Several influencers of one purchase, each of whom alone would have brought it with a probability: v(S) = 1 − Π(1 − p_i).</summary>
public static class NoisyOr
{
    /// <summary>The most influencers of one purchase.</summary>
    public const int MostInfluencers = 1000;

    /// <summary>The probability that any of them brings the purchase.</summary>
    /// <param name="probabilities">Each in [0, 1].</param>
    public static double Grand(ReadOnlySpan<double> probabilities)
    {
        Check(probabilities);
        double none = 1, any = 0;
        foreach (double p in probabilities)
        {
            // What each adds, rather than 1 − none at the end: small probabilities don't cancel.
            any += none * p;
            none *= 1 - p;
        }

        return any;
    }

    /// <summary>
    /// The Shapley value of each: φ_i = p_i·∫₀¹Π_{j≠i}(1 − t·p_j)dt, whose sum is <see cref="Grand"/>. The integrand is a polynomial of degree n − 1, so a Gauss–Legendre rule of n/2 nodes is exact;
    /// it is positive, so nothing cancels.
    /// </summary>
    /// <param name="probabilities">Each in [0, 1]; at most <see cref="MostInfluencers"/>.</param>
    public static IReadOnlyList<double> Shapley(ReadOnlySpan<double> probabilities)
    {
        Check(probabilities);
        if (probabilities.Length > MostInfluencers)
            throw new ArgumentOutOfRangeException(nameof(probabilities), probabilities.Length, "One purchase has at most 1,000 influencers.");
        double[] shares = new double[probabilities.Length];
        GaussLegendreRule rule = new(0, 1, (probabilities.Length / 2) + 1);
        for (int node = 0; node < rule.Order; node++)
        {
            double t = rule.GetAbscissa(node), weight = rule.GetWeight(node), all = 1;
            foreach (double p in probabilities)
                all *= 1 - (t * p);
            for (int i = 0; i < shares.Length; i++)
                shares[i] += weight * probabilities[i] * all / (1 - (t * probabilities[i]));
        }

        return Array.AsReadOnly(shares);
    }

    private static void Check(ReadOnlySpan<double> probabilities)
    {
        foreach (double p in probabilities)
        {
            if (p is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(probabilities), p, "A probability is in [0, 1].");
        }
    }
}
