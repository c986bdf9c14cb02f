#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <content>Four histories at a time: the same formulas as one by one, agreeing to 1e-12.</content>
internal sealed partial class BetaGeometricLikelihood
{
    private readonly double[] frequencies = Array.ConvertAll(histories.Frequency, x => (double)x);

    /// <summary>Histories [from, to), all with a chance to have left; their number is a multiple of four.</summary>
    // Compiled once and fully: tiered compilation by profile leaves the loop at half its speed, for good or not as it happens.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double SilenceByFour(int from, int to, double[] theta, double[] g, double[,] h)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> r = Vector256.Create(theta[0]);
        Vector256<double> alpha = Vector256.Create(theta[1]);
        Vector256<double> a = Vector256.Create(theta[2]);
        Vector256<double> b = Vector256.Create(theta[3]);
        Vector256<double> before = Vector256.Create(extra - 1.0);
        Vector256<double> inverseAlpha = Vector256.Create(1 / theta[1]);
        Vector256<double> total = default, g0 = default, g1 = default, gStay = default, gLeft = default;
        Vector256<double> h00 = default, h01 = default, h11 = default, hStay = default;
        Vector256<double> spreads = default, spreads0 = default, spreads1 = default, spreadsStay = default, spreads0Stay = default, spreads1Stay = default;
        for (int i = from; i < to; i += Vector256<double>.Count)
        {
            Vector256<double> w = Four(histories.Weight, i);
            Vector256<double> x = Four(frequencies, i);
            Vector256<double> age = Four(histories.Age, i);
            Vector256<double> recency = Four(histories.Recency, i);
            Vector256<double> purchases = r + x;
            Vector256<double> inverseAge = one / (alpha + age);
            Vector256<double> inverseLast = one / (alpha + recency);
            Vector256<double> inverseStay = one / (b + (x + before));
            Vector256<double> logAge = Log1P(age * inverseAlpha);
            Vector256<double> slope = age * inverseAlpha * inverseAge;
            Vector256<double> silence = Log1P((age - recency) * inverseLast);
            Vector256<double> odds = Vector256.Log(a * inverseStay) + (purchases * silence);
            Vector256<double> small = Vector256.Exp(-Vector256.Abs(odds));
            Vector256<double> share = one / (one + small);
            Vector256<double> left = Vector256.ConditionalSelect(Vector256.GreaterThan(odds, default), share, small * share);
            Vector256<double> spread = w * small * share * share;
            Vector256<double> change = (recency - age) * inverseAge * inverseLast;
            Vector256<double> d1 = purchases * change;
            total += w * (Vector256.Max(odds, default) + Log1P(small) - (purchases * logAge));
            g0 += w * ((left * silence) - logAge);
            g1 += w * ((purchases * slope) + (left * d1));
            h01 += (w * (slope + (left * change))) + (spread * silence * d1);
            h11 += (spread * d1 * d1) - (w * ((purchases * slope * (inverseAlpha + inverseAge)) + (left * d1 * (inverseAge + inverseLast))));
            h00 += spread * silence * silence;
            left *= w;
            gLeft += left;
            gStay += left * inverseStay;
            hStay += (spread + left) * inverseStay * inverseStay;
            spreads += spread;
            spreads0 += spread * silence;
            spreads1 += spread * d1;
            spreadsStay += spread * inverseStay;
            spreads0Stay += spread * silence * inverseStay;
            spreads1Stay += spread * d1 * inverseStay;
        }

        double inverseA = 1 / theta[2];
        g[0] += Vector256.Sum(g0);
        g[1] += Vector256.Sum(g1);
        g[2] += Vector256.Sum(gLeft) * inverseA;
        g[3] -= Vector256.Sum(gStay);
        h[0, 0] += Vector256.Sum(h00);
        h[0, 1] += Vector256.Sum(h01);
        h[0, 2] += Vector256.Sum(spreads0) * inverseA;
        h[0, 3] -= Vector256.Sum(spreads0Stay);
        h[1, 1] += Vector256.Sum(h11);
        h[1, 2] += Vector256.Sum(spreads1) * inverseA;
        h[1, 3] -= Vector256.Sum(spreads1Stay);
        h[2, 2] += (Vector256.Sum(spreads) - Vector256.Sum(gLeft)) * inverseA * inverseA;
        h[2, 3] -= Vector256.Sum(spreadsStay) * inverseA;
        h[3, 3] += Vector256.Sum(hStay);
        return Vector256.Sum(total);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(double[] values, int row) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)row);

    /// <summary>ln(1 + u), u ≥ 0: the logarithm of the rounded 1 + u, and what the rounding took.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log1P(Vector256<double> u)
    {
        Vector256<double> rounded = Vector256<double>.One + u;
        return Vector256.Log(rounded) + ((u - (rounded - Vector256<double>.One)) / rounded);
    }
}
#endif
