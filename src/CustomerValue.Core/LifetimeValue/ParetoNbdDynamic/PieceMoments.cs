using CustomerValue.Numerics;
using MathNet.Numerics.Integration;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// The integral of having left within a piece on which both intensities are constant,
/// ∫₀^w (1 + ρu)^−k (1 + σu)^−l du, with ρ and σ the growth of α + A and β + D beside themselves. Each step is short enough that
/// Gauss–Legendre with 4 or 8 points is exact to 1e-12: its error is bounded by ((k + 3½)ρw + (l + 3½)σw)⁸·6e-10 and by
/// ((k + 7½)ρw + (l + 7½)σw)¹⁶·2e-23 (the rule's remainder with the derivatives of a power).
/// </summary>
internal static partial class PieceMoments
{
    /// <summary>1; e = ρu/(1 + ρu) and ln(1 + ρu) of the purchases; the same of the dropout.</summary>
    public const int Features = 5;

    private const double ShortStep = 0.45;
    private const double LongStep = 4;

    private static readonly double[] Nodes4 = new GaussLegendreRule(0, 1, 4).Abscissas;
    private static readonly double[] Weights4 = new GaussLegendreRule(0, 1, 4).Weights;
    private static readonly double[] Nodes8 = new GaussLegendreRule(0, 1, 8).Abscissas;
    private static readonly double[] Weights8 = new GaussLegendreRule(0, 1, 8).Weights;

    /// <summary>How long a step from here may be, at most <paramref name="rest"/>.</summary>
    public static double Step(double k, double l, double rho, double sigma, double rest)
    {
        double rate = ((k + 7.5) * rho) + ((l + 7.5) * sigma);
        return rate * rest <= LongStep ? rest : LongStep / rate;
    }

    /// <summary>The integral over a step.</summary>
    public static double Integral(double k, double l, double rho, double sigma, double width)
    {
        (double[] nodes, double[] weights) = Rule(k, l, rho, sigma, width);
        double sum = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double u = width * nodes[i];
            sum += weights[i] * Math.Exp(-(k * SpecialFunctions.Log1P(rho * u)) - (l * SpecialFunctions.Log1P(sigma * u)));
        }

        return sum * width;
    }

    /// <summary>∫₀^w (1 + σu)^−l e^(−δu) du over a step of <see cref="DiscountedStep"/>.</summary>
    public static double Discounted(double l, double sigma, double delta, double width)
    {
        (double[] nodes, double[] weights) = (((l + 3.5) * sigma) + delta) * width <= ShortStep ? (Nodes4, Weights4) : (Nodes8, Weights8);
        double sum = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double u = width * nodes[i];
            sum += weights[i] * Math.Exp(-(l * SpecialFunctions.Log1P(sigma * u)) - (delta * u));
        }

        return sum * width;
    }

    /// <summary>How long a step of <see cref="Discounted"/> may be, at most <paramref name="rest"/>, which may be +∞.</summary>
    public static double DiscountedStep(double l, double sigma, double delta, double rest)
    {
        double rate = ((l + 7.5) * sigma) + delta;
        return rate * rest <= LongStep ? rest : LongStep / rate;
    }

    /// <summary>∫₀^w (1 + σu)^−l du.</summary>
    public static double Survival(double l, double sigma, double width)
    {
        double v = sigma * width;
        if (v == 0)
            return width;
        double log = SpecialFunctions.Log1P(v);
        double z = (1 - l) * log;
        return width * (log / v) * (z == 0 ? 1 : SpecialFunctions.Expm1(z) / z);
    }

    /// <summary>Writes the integrals of all products of two features over a step, times <paramref name="scale"/>, as a symmetric matrix.</summary>
    public static void Write(double k, double l, double rho, double sigma, double width, double scale, Span<double> moments)
    {
#if NET
        if (System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated)
        {
            WriteByFour(k, l, rho, sigma, width, scale, moments);
            return;
        }
#endif
        WriteOneByOne(k, l, rho, sigma, width, scale, moments);
    }

    /// <summary>The same without vectors; the tests hold one against the other.</summary>
    public static void WriteOneByOne(double k, double l, double rho, double sigma, double width, double scale, Span<double> moments)
    {
        (double[] nodes, double[] weights) = Rule(k, l, rho, sigma, width);
        double m00 = 0, m01 = 0, m02 = 0, m03 = 0, m04 = 0, m11 = 0, m12 = 0, m13 = 0, m14 = 0, m22 = 0, m23 = 0, m24 = 0, m33 = 0, m34 = 0, m44 = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double u = width * nodes[i];
            double v = rho * u;
            double w = sigma * u;
            double logV = SpecialFunctions.Log1P(v);
            double logW = SpecialFunctions.Log1P(w);
            double e = v / (1 + v);
            double h = w / (1 + w);
            double f = weights[i] * Math.Exp(-(k * logV) - (l * logW));
            double fe = f * e;
            double fv = f * logV;
            double fh = f * h;
            double fw = f * logW;
            m00 += f;
            m01 += fe;
            m02 += fv;
            m03 += fh;
            m04 += fw;
            m11 += fe * e;
            m12 += fe * logV;
            m13 += fe * h;
            m14 += fe * logW;
            m22 += fv * logV;
            m23 += fv * h;
            m24 += fv * logW;
            m33 += fh * h;
            m34 += fh * logW;
            m44 += fw * logW;
        }

        scale *= width;
        moments[0] = scale * m00;
        moments[1] = moments[5] = scale * m01;
        moments[2] = moments[10] = scale * m02;
        moments[3] = moments[15] = scale * m03;
        moments[4] = moments[20] = scale * m04;
        moments[6] = scale * m11;
        moments[7] = moments[11] = scale * m12;
        moments[8] = moments[16] = scale * m13;
        moments[9] = moments[21] = scale * m14;
        moments[12] = scale * m22;
        moments[13] = moments[17] = scale * m23;
        moments[14] = moments[22] = scale * m24;
        moments[18] = scale * m33;
        moments[19] = moments[23] = scale * m34;
        moments[24] = scale * m44;
    }

    private static (double[] Nodes, double[] Weights) Rule(double k, double l, double rho, double sigma, double width) =>
        (((k + 3.5) * rho) + ((l + 3.5) * sigma)) * width <= ShortStep ? (Nodes4, Weights4) : (Nodes8, Weights8);
}
