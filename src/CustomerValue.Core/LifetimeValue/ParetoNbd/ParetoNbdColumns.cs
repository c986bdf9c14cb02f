using CustomerValue.Customers;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerValue.Numerics;
#endif

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>P(alive) of columns: four customers at a time where the processor can, agreeing with the scalar form to 1e-11.</summary>
internal static class ParetoNbdColumns
{
    public static void ProbabilityAlive(ParetoNbdParameters parameters, SummaryColumns columns, Span<double> alive)
    {
        int row = 0;
#if NET
        if (Vector256.IsHardwareAccelerated && Levels(parameters) <= MostLevels)
            row = ProbabilityAliveByFour(parameters, Levels(parameters), columns.Frequency, columns.Recency, columns.Age, alive);
#endif
        for (; row < alive.Length; row++)
            alive[row] = parameters.ProbabilityAlive(columns.Frequency[row], columns.Recency[row], columns.Age[row]);
    }

#if NET
    /// <summary>Where the fraction needs more, the quadrature of one customer at a time is as fast.</summary>
    private const int MostLevels = 40;

    /// <summary>Pairs of levels of Gauss's fraction for 1e-15 at any age: each level gains a factor of (1 − √(1−z))/(1 + √(1−z)).</summary>
    private static int Levels(ParetoNbdParameters parameters)
    {
        double root = Math.Sqrt(Math.Min(parameters.Alpha, parameters.Beta) / Math.Max(parameters.Alpha, parameters.Beta));
        double levels = parameters.Alpha == parameters.Beta ? 0 : -36 / Math.Log((1 - root) / (1 + root));
        return levels < 1000 ? 2 + (int)(levels / 2) : int.MaxValue;
    }

    /// <summary>
    /// 1/P(alive) = 1 − G(T) + e^D G(t_x), with D = (r+x) ln((α+T)/(α+t_x)) + s ln((β+T)/(β+t_x)) and, after Euler's transformation, for α ≥ β
    /// G(t) = s/(r+s+x)·F(1, r+x; r+s+x+1; (α−β)/(α+t)), else s/(r+s+x)·(α+t)/(β+t)·F(1, s+1; r+s+x+1; (β−α)/(β+t)): both in (0, 1].
    /// F is Gauss's continued fraction (Abramowitz &amp; Stegun 15.2; Cuyt et al. 2008, 15.3.4), taken from its end as a fraction of two numbers, so that no level divides by another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ProbabilityAliveByFour(ParetoNbdParameters parameters, int levels, ReadOnlySpan<int> frequency, ReadOnlySpan<double> recency, ReadOnlySpan<double> age, Span<double> alive)
    {
        bool byAlpha = parameters.Alpha >= parameters.Beta;
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> r = Vector256.Create(parameters.R);
        Vector256<double> alpha = Vector256.Create(parameters.Alpha);
        Vector256<double> s = Vector256.Create(parameters.S);
        Vector256<double> beta = Vector256.Create(parameters.Beta);
        Vector256<double> apart = Vector256.Abs(alpha - beta);
        ref int x0 = ref MemoryMarshal.GetReference(frequency);
        ref double t0 = ref MemoryMarshal.GetReference(recency);
        ref double T0 = ref MemoryMarshal.GetReference(age);
        ref double out0 = ref MemoryMarshal.GetReference(alive);
        int row = 0;
        for (; row <= frequency.Length - Vector256<double>.Count; row += Vector256<double>.Count)
        {
            (Vector128<long> low, Vector128<long> high) = Vector128.Widen(Vector128.LoadUnsafe(ref x0, (nuint)row));
            Vector256<double> a = r + Vector256.ConvertToDouble(Vector256.Create(low, high));
            Vector256<double> last = Vector256.LoadUnsafe(ref t0, (nuint)row);
            Vector256<double> end = Vector256.LoadUnsafe(ref T0, (nuint)row);
            Vector256<double> alphaLast = alpha + last;
            Vector256<double> betaLast = beta + last;
            Vector256<double> silence = end - last;
            Vector256<double> odds = Vector256.Exp((a * FourWide.Log1P(silence / alphaLast)) + (s * FourWide.Log1P(silence / betaLast)));

            Vector256<double> share = s / (a + s);
            Vector256<double> c = a + s + one;
            Vector256<double> b = byAlpha ? a : s + one;
            Vector256<double> atEnd = apart / (byAlpha ? alpha + end : beta + end);
            Vector256<double> atLast = apart / (byAlpha ? alphaLast : betaLast);
            Vector256<double> p = one, q = one, pLast = one, qLast = one;
            for (int m = levels; m >= 0; m--)
            {
                Vector256<double> n = Vector256.Create((double)m);
                Vector256<double> twice = c + n + n;
                Vector256<double> odd = (b + n) * (c - one + n) / ((twice - one) * twice);
                (p, q) = (p - (odd * atEnd * q), p);
                (pLast, qLast) = (pLast - (odd * atLast * qLast), pLast);
                if (m == 0)
                    break;
                Vector256<double> even = n * (c - b - one + n) / ((twice - one - one) * (twice - one));
                (p, q) = (p - (even * atEnd * q), p);
                (pLast, qLast) = (pLast - (even * atLast * qLast), pLast);
            }

            Vector256<double> gEnd = share * q / p;
            Vector256<double> gLast = share * qLast / pLast;
            if (!byAlpha)
            {
                gEnd *= (alpha + end) / (beta + end);
                gLast *= alphaLast / betaLast;
            }

            (one / (one - gEnd + (odds * gLast))).StoreUnsafe(ref out0, (nuint)row);
        }

        return row;
    }
#endif
}
