#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <content>Four nodes at a time: the same formulas as one by one, agreeing to 1e-13.</content>
internal static partial class PieceMoments
{
    // Compiled once and fully: tiered compilation by profile leaves the loop at half its speed, for good or not as it happens.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteByFour(double k, double l, double rho, double sigma, double width, double scale, Span<double> moments)
    {
        (double[] nodes, double[] weights) = Rule(k, l, rho, sigma, width);
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> powers = Vector256.Create(-k);
        Vector256<double> dropoutPowers = Vector256.Create(-l);
        Vector256<double> rise = Vector256.Create(rho * width);
        Vector256<double> dropoutRise = Vector256.Create(sigma * width);
        Vector256<double> m00 = default, m01 = default, m02 = default, m03 = default, m04 = default, m11 = default, m12 = default, m13 = default, m14 = default;
        Vector256<double> m22 = default, m23 = default, m24 = default, m33 = default, m34 = default, m44 = default;
        for (int i = 0; i < nodes.Length; i += Vector256<double>.Count)
        {
            Vector256<double> u = Four(nodes, i);
            Vector256<double> v = rise * u;
            Vector256<double> w = dropoutRise * u;
            Vector256<double> logV = Log1P(v);
            Vector256<double> logW = Log1P(w);
            Vector256<double> e = v / (one + v);
            Vector256<double> h = w / (one + w);
            Vector256<double> f = Four(weights, i) * Vector256.Exp((powers * logV) + (dropoutPowers * logW));
            Vector256<double> fe = f * e;
            Vector256<double> fv = f * logV;
            Vector256<double> fh = f * h;
            Vector256<double> fw = f * logW;
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
        moments[0] = scale * Vector256.Sum(m00);
        moments[1] = moments[5] = scale * Vector256.Sum(m01);
        moments[2] = moments[10] = scale * Vector256.Sum(m02);
        moments[3] = moments[15] = scale * Vector256.Sum(m03);
        moments[4] = moments[20] = scale * Vector256.Sum(m04);
        moments[6] = scale * Vector256.Sum(m11);
        moments[7] = moments[11] = scale * Vector256.Sum(m12);
        moments[8] = moments[16] = scale * Vector256.Sum(m13);
        moments[9] = moments[21] = scale * Vector256.Sum(m14);
        moments[12] = scale * Vector256.Sum(m22);
        moments[13] = moments[17] = scale * Vector256.Sum(m23);
        moments[14] = moments[22] = scale * Vector256.Sum(m24);
        moments[18] = scale * Vector256.Sum(m33);
        moments[19] = moments[23] = scale * Vector256.Sum(m34);
        moments[24] = scale * Vector256.Sum(m44);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(double[] values, int first) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)first);

    /// <summary>ln(1 + u), u ≥ 0: the logarithm of the rounded 1 + u, and what the rounding took.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log1P(Vector256<double> u)
    {
        Vector256<double> rounded = Vector256<double>.One + u;
        return Vector256.Log(rounded) + ((u - (rounded - Vector256<double>.One)) / rounded);
    }
}
#endif
