using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Gauss–Legendre on halves of halves, until two halves say the same as their whole.</summary>
internal static class AdaptiveQuadrature
{
    private const double Tolerance = 1e-13;
    private const int Deepest = 40;

    /// <summary>The integral of a function that is never below 0.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="f">The function.</param>
    /// <param name="beside">A sum beside which the integral need not be known more exactly.</param>
    public static double Integrate<TFunction>(double from, double to, TFunction f, double beside)
        where TFunction : struct, IFunction => Refine(from, to, f, GaussLegendre.Integrate(from, to, f), beside, 0);

    private static double Refine<TFunction>(double from, double to, TFunction f, double whole, double beside, int depth)
        where TFunction : struct, IFunction
    {
        double middle = from + ((to - from) / 2);
        double left = GaussLegendre.Integrate(from, middle, f);
        double right = GaussLegendre.Integrate(middle, to, f);
        if (Math.Abs(left + right - whole) <= Tolerance * (left + right + beside) || depth == Deepest)
            return left + right;
        left = Refine(from, middle, f, left, beside + right, depth + 1);
        return left + Refine(middle, to, f, right, beside + left, depth + 1);
    }
}
