using MathNet.Numerics;

namespace CustomerValue.Lifecycle.Migration;

/// <summary>Quantiles of the beta distribution, by halving on the logit: right at small shapes too, where the library's own are not.</summary>
internal static class BetaQuantile
{
    private const int Halvings = 200;

    /// <summary>The value below which a part of the distribution lies.</summary>
    /// <param name="a">&gt; 0.</param>
    /// <param name="b">&gt; 0.</param>
    /// <param name="part">In (0, 1).</param>
    public static double At(double a, double b, double part)
    {
        double low = -745, high = 745;
        for (int i = 0; i < Halvings && low < high; i++)
        {
            double middle = (low + high) / 2;
            if (middle == low || middle == high)
                break;
            if (SpecialFunctions.BetaRegularized(a, b, Logistic(middle)) < part)
                low = middle;
            else
                high = middle;
        }

        return Logistic((low + high) / 2);
    }

    private static double Logistic(double logit) => logit >= 0 ? 1 / (1 + Math.Exp(-logit)) : Math.Exp(logit) / (1 + Math.Exp(logit));
}
