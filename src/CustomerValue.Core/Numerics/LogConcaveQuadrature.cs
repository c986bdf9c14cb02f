using MathNet.Numerics.Integration;

namespace CustomerValue.Numerics;

/// <summary>The logarithm of a positive function, concave, and analytic in a strip of half-width π about the real axis.</summary>
internal interface ILogConcave
{
    double Log(double y);
}

/// <summary>
/// ∫ e^g for concave g: Gauss–Legendre panels, neither wide nor steep, from the top outward until nothing is left. Sums and powers of
/// 1 + c·e^y have such logarithms, so a whole family of gamma mixtures comes to 1e-14 for any parameters.
/// </summary>
internal static class LogConcaveQuadrature
{
    /// <summary>Width and change of g over one panel, for which 16 nodes are exact to 1e-14.</summary>
    public const double Widest = 3, Steepest = 12;

    /// <summary>What has fallen so far below its height is nothing beside it, and falls faster and faster.</summary>
    public const double Negligible = 42;

    private static readonly double[] Nodes = new GaussLegendreRule(0, 1, 16).Abscissas;
    private static readonly double[] Weights = new GaussLegendreRule(0, 1, 16).Weights;

    /// <summary>The integral.</summary>
    /// <param name="from">Lower end; −∞ where g falls without end on that side.</param>
    /// <param name="to">Upper end; +∞ likewise.</param>
    /// <param name="top">About where g is highest, whatever the ends.</param>
    /// <param name="g">The logarithm.</param>
    public static double Integrate<TFunction>(double from, double to, double top, TFunction g)
        where TFunction : struct, ILogConcave
    {
        if (!(from < to))
            return 0;
        double start = Math.Max(from, Math.Min(to, top));
        double height = g.Log(start);
        return Math.Exp(height) * (Side(start, from, height, g) + Side(start, to, height, g));
    }

    /// <summary>One side of the top, above or below it, as a multiple of the height.</summary>
    private static double Side<TFunction>(double start, double end, double height, TFunction g)
        where TFunction : struct, ILogConcave
    {
        double total = 0;
        double direction = end < start ? -1 : 1;
        double at = start;
        double logAt = 0;
        while (direction * (end - at) > 0 && logAt > -Negligible)
        {
            double next = direction * (end - at) <= Widest ? end : at + (direction * Widest);
            double logNext = g.Log(next) - height;
            double change = Math.Abs(logNext - logAt);
            if (change > Steepest)
            {
                // As g is concave, a part of the way takes at most that part of the fall.
                next = at + ((next - at) * Math.Max(1e-300, Steepest / change));
                logNext = g.Log(next) - height;
            }

            double width = next - at;
            if (width == 0)
                break;
            double panel = 0;
            for (int i = 0; i < Nodes.Length; i++)
                panel += Weights[i] * Math.Exp(g.Log(at + (width * Nodes[i])) - height);
            total += panel * Math.Abs(width);
            at = next;
            logAt = logNext;
        }

        return total;
    }
}
