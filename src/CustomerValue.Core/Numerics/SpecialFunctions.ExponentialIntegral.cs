namespace CustomerValue.Numerics;

internal static partial class SpecialFunctions
{
    /// <summary>
    /// e^y·E_ν(y) = ∫₀^∞ e^(−yu) (1 + u)^(−ν) du for ν &gt; 1 and y ≥ 0: the scaled generalized exponential integral.
    /// Continued fraction (Abramowitz &amp; Stegun 5.1.22); the power series where the fraction is slow.
    /// </summary>
    public static double ScaledExponentialIntegral(double order, double y)
    {
        if (y == 0)
            return 1 / (order - 1);
        return y < 1 && order < 24 ? Math.Exp(y) * SeriesOfExponentialIntegral(order, y) : FractionOfExponentialIntegral(order, y);
    }

    private static double FractionOfExponentialIntegral(double order, double y)
    {
        double b = y + order;
        double c = double.MaxValue;
        double d = 1 / b;
        double value = d;
        for (int i = 1; i < 100_000; i++)
        {
            double a = -i * (order - 1 + i);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            double factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < 2e-16)
                break;
        }

        return value;
    }

    /// <summary>
    /// E_ν(y) = Γ(1 − ν) y^(ν−1) − Σ (−y)^k / (k! (k + 1 − ν)) (A&amp;S 5.1.12 continued in ν). At and near whole ν the gamma term
    /// and the term k = m, the whole number nearest to ν − 1, are infinite with opposite signs: their sum is taken as one.
    /// </summary>
    private static double SeriesOfExponentialIntegral(double order, double y)
    {
        int m = (int)Math.Round(order - 1);
        double epsilon = order - 1 - m;
        double sum = 0;
        double power = 1;
        double powerAtM = 1;
        for (int k = 0; k < 60; k++)
        {
            if (k == m)
                powerAtM = power;
            else
                sum -= power / (k + 1 - order);
            power *= -y / (k + 1);
            if (k > m && Math.Abs(power) < 1e-18 * Math.Abs(sum))
                break;
        }

        double piEpsilon = Math.PI * epsilon;
        double logSinc = Math.Abs(piEpsilon) < 1e-4 ? -piEpsilon * piEpsilon / 6 : Math.Log(Math.Sin(piEpsilon) / piEpsilon);
        double exponent = (epsilon * Math.Log(y)) - LogGammaRatio(1 + m, epsilon) - logSinc;
        double merged = epsilon == 0 ? Math.Log(y) - Digamma(1 + m) : Expm1(exponent) / epsilon;
        return sum - (powerAtM * merged);
    }
}
