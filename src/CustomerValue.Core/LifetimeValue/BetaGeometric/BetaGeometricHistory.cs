using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>
/// The log-likelihood of one history of BG/NBD or MBG/NBD by the logarithms of (r, α, a, b). Gamma functions come as sums over the
/// purchases, whose parts don't cancel however small a or large r is.
/// Source: Fader, Hardie &amp; Lee (2005), eq. 6; Batislam, Denizel &amp; Filiztekin (2007), eq. A2.
/// </summary>
internal sealed class BetaGeometricHistory(bool leavesAtFirst) : IHistoryLikelihood
{
    /// <summary>Above this, digammas: their differences still have ten digits, and sums would take long.</summary>
    private const int LongestSum = 1000;

    private readonly int extra = leavesAtFirst ? 1 : 0;

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> theta, int frequency, double recency, double age, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        double value = Purchases(theta, frequency, age, gradient, hessian);
        return frequency + extra == 0
            ? value
            : value + Dropout(theta[2], theta[3], frequency + extra, gradient, hessian) + Silence(theta, frequency, recency, age, gradient, hessian);
    }

    /// <summary>ln (r)_x − x ln α − (r + x) ln(1 + T/α).</summary>
    private static double Purchases(ReadOnlySpan<double> theta, int x, double age, Span<double> g, Span<double> h)
    {
        double r = theta[0];
        double alpha = theta[1];
        double logAge = SpecialFunctions.Log1P(age / alpha);
        double before = alpha / (alpha + age);
        double since = age / (alpha + age);
        (double first, double second) = InverseSums(r, x);
        double slope = r * (first - logAge);
        g[0] = slope;
        g[1] = (r * since) - (x * before);
        h[0] = slope - (r * r * second);
        h[1] = r * since;
        h[5] = -(r + x) * since * before;
        return SpecialFunctions.LogGammaRatio(r, x) - (x * Math.Log(alpha)) - ((r + x) * logAge);
    }

    /// <summary>ln B(a, b + n)/B(a, b): the customer stayed at each of n chances to leave.</summary>
    private static double Dropout(double a, double b, int n, Span<double> g, Span<double> h)
    {
        double leaving = 0;
        double staying = 0;
        double leavingSquared = 0;
        double stayingSquared = 0;
        if (n <= LongestSum)
        {
            for (int i = 0; i < n; i++)
            {
                double both = 1 / (a + b + i);
                double own = 1 / (b + i);
                leaving += both;
                staying += a * both * own;
                leavingSquared += both * both;
                stayingSquared += a * both * own * (both + own);
            }
        }
        else
        {
            (leaving, leavingSquared) = InverseSums(a + b, n);
            (double own, double ownSquared) = InverseSums(b, n);
            staying = own - leaving;
            stayingSquared = ownSquared - leavingSquared;
        }

        g[2] -= a * leaving;
        g[3] += b * staying;
        h[10] += (a * a * leavingSquared) - (a * leaving);
        h[11] += a * b * leavingSquared;
        h[15] += (b * staying) - (b * b * stayingSquared);
        return SpecialFunctions.LogGammaRatio(b, a) - SpecialFunctions.LogGammaRatio(b + n, a);
    }

    /// <summary>ln(1 + e^D) with the log-odds of having left D = ln a − ln(b + n − 1) + (r + x) ln((α + T)/(α + t_x)).</summary>
    private double Silence(ReadOnlySpan<double> theta, int x, double recency, double age, Span<double> g, Span<double> h)
    {
        double r = theta[0];
        double alpha = theta[1];
        double chance = theta[3] + (x + extra - 1);
        double before = alpha / (alpha + age);
        double beforeLast = alpha / (alpha + recency);
        double silence = SpecialFunctions.Log1P((age - recency) / (alpha + recency));
        double change = -beforeLast * ((age - recency) / (alpha + age));
        double odds = Math.Log(theta[2]) - Math.Log(chance) + ((r + x) * silence);
        double small = Math.Exp(-Math.Abs(odds));
        double left = odds > 0 ? 1 / (1 + small) : small / (1 + small);
        double spread = small / ((1 + small) * (1 + small));
        double byR = r * silence;
        double byAlpha = (r + x) * change;
        double byB = -theta[3] / chance;
        g[0] += left * byR;
        g[1] += left * byAlpha;
        g[2] += left;
        g[3] += left * byB;
        h[0] += (spread * byR * byR) + (left * byR);
        h[1] += (spread * byR * byAlpha) + (left * r * change);
        h[2] += spread * byR;
        h[3] += spread * byR * byB;
        h[5] += (spread * byAlpha * byAlpha) + (left * byAlpha * (1 - before - beforeLast));
        h[6] += spread * byAlpha;
        h[7] += spread * byAlpha * byB;
        h[10] += spread;
        h[11] += spread * byB;
        h[15] += (spread * byB * byB) + (left * byB * ((x + extra - 1) / chance));
        return (odds > 0 ? odds : 0) + SpecialFunctions.Log1P(small);
    }

    /// <summary>Σ 1/(y + i) and Σ 1/(y + i)² over i = 0 … n − 1.</summary>
    private static (double First, double Second) InverseSums(double y, int n)
    {
        if (n > LongestSum)
            return (SpecialFunctions.Digamma(y + n) - SpecialFunctions.Digamma(y), SpecialFunctions.Trigamma(y) - SpecialFunctions.Trigamma(y + n));
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++)
        {
            double inverse = 1 / (y + i);
            first += inverse;
            second += inverse * inverse;
        }

        return (first, second);
    }
}
