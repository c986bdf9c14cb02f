using CustomerValue.Numerics;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>What draws say of a set of ambassadors, with a probability. Source: Tang, Tang, Xiao &amp; Yuan (2018), "Online processing algorithms for influence maximization", section 4 and algorithm 2.</summary>
internal static class OpimBounds
{
    /// <summary>What greedy choice reaches of the best: 1 − 1/e.</summary>
    public static readonly double Greedy = 1 - Math.Exp(-1);

    /// <summary>θ0: sets to begin with.</summary>
    /// <param name="nodes">Candidates.</param>
    /// <param name="count">k, in [1, nodes].</param>
    /// <param name="delta">The probability of being wrong.</param>
    public static double FirstSets(int nodes, int count, double delta)
    {
        double choices = SpecialFunctions.LogGammaRatio(nodes - count + 1, count) - SpecialFunctions.LogGamma(count + 1), wrong = Math.Log(6 / delta);
        double root = (Greedy * Math.Sqrt(wrong)) + Math.Sqrt(Greedy * (choices + wrong));
        return 2 * root * root;
    }

    /// <summary>How often sets are doubled at most from θ0 to θ.</summary>
    public static int Rounds(double most, double first) => Math.Max(1, (int)Math.Ceiling(Math.Log(most / first) / Math.Log(2)));

    /// <summary>ln(1/δ₁): each round has a third of its share of δ for either bound.</summary>
    public static double Doubt(double delta, int rounds) => Math.Log(3 * rounds / delta);

    /// <summary>What a set reaches at least, as a part of all, if it covers so many of the sets that took no part in its choice.</summary>
    public static double Lower(double covered, double sets, double doubt)
    {
        double root = Math.Sqrt(covered + (2 * doubt / 9)) - Math.Sqrt(doubt / 2);
        return Math.Max(0, (root * root) - (doubt / 18)) / sets;
    }

    /// <summary>What any set reaches at most, as a part of all, if none covers more than so many of the sets.</summary>
    public static double Upper(double covered, double sets, double doubt)
    {
        double root = Math.Sqrt(covered + (doubt / 2)) + Math.Sqrt(doubt / 2);
        return Math.Min(1, root * root / sets);
    }
}
