namespace CustomerValue.Numerics;

/// <summary>Quantiles of the beta distribution. Source: Olver et al., NIST Digital Library of Mathematical Functions, eq. 8.17.22 (continued fraction).</summary>
internal static class BetaQuantile
{
    private const double WidestLogit = 700;

    /// <summary>x such that a share <paramref name="probability"/> of Beta(a, b) lies below it.</summary>
    /// <param name="a">Finite, &gt; 0.</param>
    /// <param name="b">Finite, &gt; 0.</param>
    /// <param name="probability">In (0, 1).</param>
    public static double Of(double a, double b, double probability)
    {
        // On the scale of ln(x/(1 − x)), where neither end is lost; halving comes to neighbouring numbers and can't fail.
        double low = -WidestLogit, high = WidestLogit, middle = 0;
        for (int step = 0; step < 80 && low < high; step++)
        {
            middle = low + ((high - low) / 2);
            if (Below(a, b, middle) < probability)
                low = middle;
            else
                high = middle;
        }

        return 1 / (1 + Math.Exp(-middle));
    }

    /// <summary>The share of Beta(a, b) below x, x given as its logit.</summary>
    internal static double Below(double a, double b, double logit)
    {
        double x = 1 / (1 + Math.Exp(-logit)), rest = 1 / (1 + Math.Exp(logit));
        double log = -(a * SpecialFunctions.LogOnePlusExp(-logit)) - (b * SpecialFunctions.LogOnePlusExp(logit)) - SpecialFunctions.LogGamma(a) + SpecialFunctions.LogGammaRatio(b, a);
        double front = Math.Exp(log);
        return x * (a + b + 2) < a + 1 ? front * Fraction(a, b, x) / a : 1 - (front * Fraction(b, a, rest) / b);
    }

    /// <summary>The continued fraction from its front, by Lentz's method as Thompson and Barnett keep it from dividing by 0.</summary>
    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        const int most = 100_000;
        double c = 1, d = 1 / NotZero(1 - ((a + b) * x / (a + 1))), value = d;
        for (int m = 1; m < most; m++)
        {
            Step(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))));
            double factor = Step(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1)));
            if (Math.Abs(factor - 1) < 1e-15)
                break;
        }

        return value;

        double Step(double coefficient)
        {
            d = 1 / NotZero(1 + (coefficient * d));
            c = NotZero(1 + (coefficient / c));
            value *= c * d;
            return c * d;
        }

        static double NotZero(double number) => Math.Abs(number) < tiny ? tiny : number;
    }
}
