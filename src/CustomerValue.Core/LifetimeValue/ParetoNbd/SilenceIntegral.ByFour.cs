#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerValue.Numerics;

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
            Vector256<double> near = start + (wide * FourWide.Load(rule.Nodes, i));
            Vector256<double> grown = FourWide.Expm1(near);
            Vector256<double> farGrown = ratio * grown;
            Vector256<double> rounded = one + farGrown;
            Vector256<double> far = Vector256.Log(rounded) + ((farGrown - (rounded - one)) / rounded);
            Vector256<double> weight = wide * FourWide.Load(rule.Weights, i) * Vector256.Exp((minusNear * near) + (minusFar * far));
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
}
#endif
