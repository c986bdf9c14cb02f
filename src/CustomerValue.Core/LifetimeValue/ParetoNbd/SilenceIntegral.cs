using CustomerValue.Numerics;
using MathNet.Numerics.Integration;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// The odds that a customer has left in the silence after the last purchase, against being alive:
/// Q = s ∫ ((α+T)/(α+τ))^a ((β+T)/(β+τ))^s dτ/(β+τ) over τ in (t_x, T), with a = r + x.
/// In l = ln((m+τ)/(m+t_x)), m the smaller of α and β, the integrand is log-concave and analytic in a strip of half-width π, for any
/// parameters: a Gauss–Legendre rule on panels that are neither wide nor steep is exact to 1e-14, and one panel is enough for most
/// customers. No 2F1 is called; α = β, s = 1, x = 2000, T → 0 and t_x = T are ordinary points.
/// </summary>
internal static partial class SilenceIntegral
{
    /// <summary>Sums over the nodes: 1, then the means and the products of (l_α, l_β, u_α, u_β), where l_c = ln((c+τ)/(c+t_x)) and u_c = (τ−t_x)/(c+τ).</summary>
    public const int Sums = 15;

    /// <summary>Width and fall of ln of the integrand over one panel, for which 16 nodes are exact to 1e-14.</summary>
    private const double Widest = 3, Steepest = 12;

    /// <summary>What has fallen so far below its height is nothing beside it, and falls faster and faster.</summary>
    private const double Negligible = 42;

    /// <summary>Rules on (0, 1), for panels ever wider.</summary>
    private static readonly Rule Short = new(8), Middle = new(12), Long = new(16);

    /// <summary>ln Q; −∞ where there was no silence. Adds to <paramref name="sums"/>, which is of length 1 or <see cref="Sums"/> and zero.</summary>
    public static double LogOdds(double a, double alpha, double s, double beta, double recency, double age, Span<double> sums)
    {
        double silence = age - recency;
        if (!(silence > 0))
            return double.NegativeInfinity;
        double lengthAlpha = SpecialFunctions.Log1P(silence / (alpha + recency));
        double lengthBeta = SpecialFunctions.Log1P(silence / (beta + recency));
        double fall = (a * lengthAlpha) + (s * lengthBeta);
        bool byBeta = beta <= alpha;
        // dτ/(β+τ) is dl where m = β, else it takes a factor of e^l into the integrand, and one of (β+τ)^−1.
        double ratio = byBeta ? (beta + recency) / (alpha + recency) : (alpha + recency) / (beta + recency);
        double near = byBeta ? s : a - 1;
        double far = byBeta ? a : s + 1;
        AddPanels(new Integrand(near, far, ratio), byBeta ? lengthBeta : lengthAlpha, sums);
        if (sums.Length > 1)
            Order(sums, byBeta);
        return fall + Math.Log(s * (byBeta ? 1 : ratio) * sums[0]);
    }

    private static void AddPanels(Integrand f, double length, Span<double> sums)
    {
        double atFrom = 0;
        double highest = 0;
        for (double from = 0; from < length && atFrom > highest - Negligible;)
        {
            bool last = length - from <= Widest;
            double to = last ? length : from + Widest;
            double atTo = f.Log(to);
            double change = Math.Abs(atTo - atFrom);
            if (change > Steepest)
            {
                // As ln f is concave, a part of the way takes at most that part of the fall.
                to = from + ((to - from) * (Steepest / change));
                atTo = f.Log(to);
                change = Math.Abs(atTo - atFrom);
            }

            double width = to - from;
            AddPanel(width <= 1 && change <= 1 ? Short : width <= 2 && change <= 8 ? Middle : Long, f, from, width, sums);
            // Where a panel is too narrow to be told from its start, nothing is left of the integral.
            from = width > 0 ? to : length;
            atFrom = atTo;
            highest = Math.Max(highest, atFrom);
        }
    }

    private static void AddPanel(Rule rule, Integrand f, double from, double width, Span<double> sums)
    {
#if NET
        if (System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated)
        {
            AddPanelByFour(rule, f, from, width, sums);
            return;
        }
#endif
        for (int i = 0; i < rule.Nodes.Length; i++)
        {
            double near = from + (width * rule.Nodes[i]);
            double grown = SpecialFunctions.Expm1(near);
            double farGrown = f.Ratio * grown;
            double far = SpecialFunctions.Log1P(farGrown);
            double weight = width * rule.Weights[i] * Math.Exp(-(f.Near * near) - (f.Far * far));
            sums[0] += weight;
            if (sums.Length == 1)
                continue;
            double nearShare = grown / (1 + grown);
            double farShare = farGrown / (1 + farGrown);
            sums[1] += weight * near;
            sums[2] += weight * far;
            sums[3] += weight * nearShare;
            sums[4] += weight * farShare;
            sums[5] += weight * near * near;
            sums[6] += weight * near * far;
            sums[7] += weight * near * nearShare;
            sums[8] += weight * near * farShare;
            sums[9] += weight * far * far;
            sums[10] += weight * far * nearShare;
            sums[11] += weight * far * farShare;
            sums[12] += weight * nearShare * nearShare;
            sums[13] += weight * nearShare * farShare;
            sums[14] += weight * farShare * farShare;
        }
    }

    /// <summary>Means of what was summed, near and far renamed to α and β.</summary>
    private static void Order(Span<double> sums, bool nearIsBeta)
    {
        for (int i = 1; i < sums.Length; i++)
            sums[i] /= sums[0];
        if (!nearIsBeta)
            return;
        (sums[1], sums[2]) = (sums[2], sums[1]);
        (sums[3], sums[4]) = (sums[4], sums[3]);
        (sums[5], sums[9]) = (sums[9], sums[5]);
        (sums[7], sums[11]) = (sums[11], sums[7]);
        (sums[8], sums[10]) = (sums[10], sums[8]);
        (sums[12], sums[14]) = (sums[14], sums[12]);
    }

    /// <summary>e^(−near·l) (1 + ratio·(e^l − 1))^(−far).</summary>
    private readonly struct Integrand(double near, double far, double ratio)
    {
        public double Near { get; } = near;

        public double Far { get; } = far;

        public double Ratio { get; } = ratio;

        public double Log(double l) => -(Near * l) - (Far * SpecialFunctions.Log1P(Ratio * SpecialFunctions.Expm1(l)));
    }

    private sealed class Rule
    {
        public Rule(int nodes)
        {
            GaussLegendreRule rule = new(0, 1, nodes);
            Nodes = rule.Abscissas;
            Weights = rule.Weights;
        }

        public double[] Nodes { get; }

        public double[] Weights { get; }
    }
}
