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
}
