#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <content>Four points at a time: the same formulas as one by one, agreeing to 1e-12.</content>
internal readonly partial struct Silence
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddByFour(in PanelRule rule, Span<double> total)
    {
        if (length == 0)
            return;
        Span<Vector256<double>> sums = stackalloc Vector256<double>[21];
        sums.Clear();
        for (double from = 0, rest = 1; from < length && rest > SilentTime.Negligible * (total[0] + Vector256.Sum(sums[0]));)
        {
            double widest = rule.Right(from);
            double to = Math.Min(length, from + widest);
            // Half the points do where the panel is much narrower than it might be.
            bool easy = to - from < SilentTime.Easy * widest;
            double[] nodes = easy ? GaussLegendre.HalfNodes : GaussLegendre.Nodes;
            double[] weights = easy ? GaussLegendre.HalfWeights : GaussLegendre.Weights;
            double half = (to - from) / 2;
            bool far = b * to > GompertzLifetime.Far;
            for (int i = 0; i < nodes.Length; i += Vector256<double>.Count)
                AddFour(Vector256.Create(from) + (half * (Vector256<double>.One + FourAtOnce.Load(nodes, i))), half * s * b * FourAtOnce.Load(weights, i), far, sums);
            from = to;
            rest = to < length ? Math.Exp(-There.Exponent(to)) : 0;
        }

        for (int i = 0; i < total.Length; i++)
            total[i] += Vector256.Sum(sums[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddFour(Vector256<double> since, Vector256<double> weight, bool far, Span<Vector256<double>> sums)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> time = Vector256.Create(recency) + since;
        Vector256<double> u = FourAtOnce.Log1P(since / alphaLast);
        Vector256<double> inverse = one / (Vector256.Create(alpha) + time);
        Vector256<double> v = alpha * inverse;
        Vector256<double> lost = time * inverse;
        Vector256<double> step = b * since;
        Vector256<double> still = far ? Vector256.Exp(-step) : one;
        Vector256<double> grown = far ? -FourAtOnce.Expm1(-step) : FourAtOnce.Expm1(step);
        Vector256<double> share = one / ((betaLast * still) + grown);
        Vector256<double> decline = far ? step - Vector256.Log(share * betaLast) : FourAtOnce.Log1P(grown / betaLast);
        Vector256<double> speed = (still + grown) * share;
        Vector256<double> bt = b * time;
        Vector256<double> q = bt * speed;
        still *= share;
        Vector256<double> z = bt * excess * still;
        Vector256<double> p = (passed * still) + (grown * share);
        Vector256<double> notP = betaLeft * still;
        Vector256<double> part = weight * Vector256.Exp(-(n * u) - (s * decline)) * speed;
        Vector256<double> gr = -r * u;
        Vector256<double> ga = n / alphaLast * v * since;
        Vector256<double> gb = one + z - (s * (q - Vector256.Create(q0)));
        Vector256<double> gs = one - (s * decline);
        Vector256<double> gBeta = (s * (p - Vector256.Create(p0))) - notP;
        Vector256<double> pr = part * gr;
        Vector256<double> pa = part * ga;
        Vector256<double> pb = part * gb;
        Vector256<double> ps = part * gs;
        sums[0] += part;
        sums[1] += pr;
        sums[2] += pa;
        sums[3] += pb;
        sums[4] += ps;
        sums[5] += part * gBeta;
        sums[6] += (pr * gr) - (part * (r * (u + Vector256.Create(u0))));
        sums[7] += (pr * ga) + (part * (r * lost));
        sums[8] += pr * gb;
        sums[9] += pr * gs;
        sums[10] += pr * gBeta;
        sums[11] += (pa * ga) - (part * (n * v * lost));
        sums[12] += pa * gb;
        sums[13] += pa * gs;
        sums[14] += pa * gBeta;
        sums[15] += (pb * gb) + (part * (z - (s * q) - ((s + 1) * q * z)));
        sums[16] += (pb * gs) - (part * (s * q));
        sums[17] += (pb * gBeta) + (part * ((s + 1) * q * notP));
        sums[18] += (ps * gs) - (part * (s * (decline + Vector256.Create(h0))));
        sums[19] += (ps * gBeta) + (part * (s * p));
        sums[20] += part * ((gBeta * gBeta) - ((s + 1) * p * notP));
    }
}
#endif
