#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <content>Four nodes at a time: the same sums as one by one.</content>
internal static partial class SilenceIntegral
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPanelByFour(Rule rule, Integrand f, double from, double width, Span<double> sums)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> ratio = Vector256.Create(f.Ratio);
        Vector256<double> minusNear = Vector256.Create(-f.Near);
        Vector256<double> minusFar = Vector256.Create(-f.Far);
        Vector256<double> start = Vector256.Create(from);
        Vector256<double> wide = Vector256.Create(width);
        Vector256<double> all = default, n = default, m = default, u = default, v = default;
        Vector256<double> nn = default, nm = default, nu = default, nv = default, mm = default, mu = default, mv = default, uu = default, uv = default, vv = default;
        for (int i = 0; i < rule.Nodes.Length; i += Vector256<double>.Count)
        {
            Vector256<double> near = start + (wide * Four(rule.Nodes, i));
            Vector256<double> grown = Expm1(near);
            Vector256<double> farGrown = ratio * grown;
            Vector256<double> rounded = one + farGrown;
            Vector256<double> far = Vector256.Log(rounded) + ((farGrown - (rounded - one)) / rounded);
            Vector256<double> weight = wide * Four(rule.Weights, i) * Vector256.Exp((minusNear * near) + (minusFar * far));
            all += weight;
            if (sums.Length == 1)
                continue;
            Vector256<double> nearShare = grown / (one + grown);
            Vector256<double> farShare = farGrown / rounded;
            Vector256<double> byNear = weight * near;
            Vector256<double> byFar = weight * far;
            Vector256<double> byNearShare = weight * nearShare;
            Vector256<double> byFarShare = weight * farShare;
            n += byNear;
            m += byFar;
            u += byNearShare;
            v += byFarShare;
            nn += byNear * near;
            nm += byNear * far;
            nu += byNear * nearShare;
            nv += byNear * farShare;
            mm += byFar * far;
            mu += byFar * nearShare;
            mv += byFar * farShare;
            uu += byNearShare * nearShare;
            uv += byNearShare * farShare;
            vv += byFarShare * farShare;
        }

        sums[0] += Vector256.Sum(all);
        if (sums.Length == 1)
            return;
        sums[1] += Vector256.Sum(n);
        sums[2] += Vector256.Sum(m);
        sums[3] += Vector256.Sum(u);
        sums[4] += Vector256.Sum(v);
        sums[5] += Vector256.Sum(nn);
        sums[6] += Vector256.Sum(nm);
        sums[7] += Vector256.Sum(nu);
        sums[8] += Vector256.Sum(nv);
        sums[9] += Vector256.Sum(mm);
        sums[10] += Vector256.Sum(mu);
        sums[11] += Vector256.Sum(mv);
        sums[12] += Vector256.Sum(uu);
        sums[13] += Vector256.Sum(uv);
        sums[14] += Vector256.Sum(vv);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(double[] values, int row) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)row);

    /// <summary>e^l − 1 for l ≥ 0: Taylor's polynomial below ¼.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Expm1(Vector256<double> l)
    {
        Vector256<double> quarter = Vector256.Create(0.25);
        if (Vector256.GreaterThanAll(l, quarter))
            return Vector256.Exp(l) - Vector256<double>.One;
        Vector256<double> sum = Vector256.Create(1.0 / 479001600);
        sum = (sum * l) + Vector256.Create(1.0 / 39916800);
        sum = (sum * l) + Vector256.Create(1.0 / 3628800);
        sum = (sum * l) + Vector256.Create(1.0 / 362880);
        sum = (sum * l) + Vector256.Create(1.0 / 40320);
        sum = (sum * l) + Vector256.Create(1.0 / 5040);
        sum = (sum * l) + Vector256.Create(1.0 / 720);
        sum = (sum * l) + Vector256.Create(1.0 / 120);
        sum = (sum * l) + Vector256.Create(1.0 / 24);
        sum = (sum * l) + Vector256.Create(1.0 / 6);
        sum = (sum * l) + Vector256.Create(0.5);
        sum = ((sum * l) + Vector256<double>.One) * l;
        return Vector256.ConditionalSelect(Vector256.GreaterThan(l, quarter), Vector256.Exp(l) - Vector256<double>.One, sum);
    }
}
#endif
