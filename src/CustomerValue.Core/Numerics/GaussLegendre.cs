using MathNet.Numerics.Integration;

namespace CustomerValue.Numerics;

/// <summary>A function of one variable.</summary>
internal interface IFunction
{
    double At(double x);
}

/// <summary>Gauss–Legendre quadrature with 16 points: exact for polynomials of degree 31.</summary>
internal static class GaussLegendre
{
    /// <summary>The points in (−1, 1) and their weights, for kernels that sum more than one function.</summary>
    internal static readonly double[] Nodes = new GaussLegendreRule(-1, 1, 16).Abscissas, Weights = new GaussLegendreRule(-1, 1, 16).Weights;

    /// <summary>The same with 8 points, for what is smooth on the whole panel.</summary>
    internal static readonly double[] HalfNodes = new GaussLegendreRule(-1, 1, 8).Abscissas, HalfWeights = new GaussLegendreRule(-1, 1, 8).Weights;

    /// <summary>Below 2⁻⁴⁰ of the range nothing is left to find.</summary>
    private const int MostHalvings = 40;

    public static double Integrate<TFunction>(double from, double to, TFunction f)
        where TFunction : struct, IFunction
    {
        double half = (to - from) / 2;
        double middle = from + half;
        double sum = 0;
        for (int i = 0; i < Nodes.Length; i++)
            sum += Weights[i] * f.At(middle + (half * Nodes[i]));
        return sum * half;
    }

    /// <summary>The same, halving panels until halves add up to the whole within a part of the integral; what is returned is better by far, as halves are.</summary>
    public static double Adaptive<TFunction>(double from, double to, double tolerance, TFunction f)
        where TFunction : struct, IFunction => Refined(from, to, Integrate(from, to, f), tolerance, 0, MostHalvings, f);

    private static double Refined<TFunction>(double from, double to, double coarse, double tolerance, double scale, int halvings, TFunction f)
        where TFunction : struct, IFunction
    {
        double middle = from + ((to - from) / 2);
        double left = Integrate(from, middle, f);
        double right = Integrate(middle, to, f);
        double fine = left + right;
        scale = Math.Max(scale, Math.Abs(fine));
        return Math.Abs(fine - coarse) <= tolerance * scale || halvings == 0
            ? fine
            : Refined(from, middle, left, tolerance, scale, halvings - 1, f) + Refined(middle, to, right, tolerance, scale, halvings - 1, f);
    }
}
