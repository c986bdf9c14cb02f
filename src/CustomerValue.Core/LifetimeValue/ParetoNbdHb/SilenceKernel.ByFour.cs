#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <content>Four at a time, whether histories under one set of parameters or sets of parameters over one history.</content>
internal static partial class SilenceKernel
{
    /// <summary>As one by one, agreeing to 1e-11.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> LogChance(
        Vector256<double> r,
        Vector256<double> alpha,
        Vector256<double> s,
        Vector256<double> beta,
        Vector256<double> x,
        Vector256<double> recency,
        Vector256<double> age,
        out Vector256<double> alive)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> n = r + x;
        Vector256<double> total = n + s;
        Vector256<double> larger = Vector256.Max(alpha, beta);
        Vector256<double> apart = Vector256.Abs(alpha - beta);
        Vector256<double> byAlpha = Vector256.GreaterThanOrEqual(alpha, beta);
        Vector256<double> a = Vector256.ConditionalSelect(byAlpha, n, s + one);
        Vector256<double> zLast = apart / (larger + recency);
        Vector256<double> zAge = apart / (larger + age);
        double most = Largest(zLast);
        if (!(most <= SeriesTo))
            return OneByOne(r, alpha, s, beta, x, recency, age, out alive);

        int terms = Terms(most, Largest(a), Largest(a) + Smallest(total + one - a));
        Vector256<double> factor = total + Vector256.Create(terms + 1.0);
        Vector256<double> step = a + Vector256.Create((double)terms);
        Vector256<double> upLast = one / (one - (zLast * step / factor));
        Vector256<double> upAge = one / (one - (zAge * step / factor));
        Vector256<double> down = one;
        for (int k = terms - 1; k >= 0; k--)
        {
            factor -= one;
            step -= one;
            Vector256<double> scaled = down * factor;
            upLast = scaled + (zLast * step * upLast);
            upAge = scaled + (zAge * step * upAge);
            down = scaled;
            if (k % Rescaling == 0)
            {
                Vector256<double> inverse = one / down;
                upLast *= inverse;
                upAge *= inverse;
                down = one;
            }
        }

        Vector256<double> share = s / total;
        Vector256<double> betaLast = beta + recency, alphaLast = alpha + recency, betaAge = beta + age, alphaAge = alpha + age;
        Vector256<double> goneLast = share * upLast * Vector256.ConditionalSelect(byAlpha, one, alphaLast / betaLast);
        Vector256<double> goneAge = share * upAge * Vector256.ConditionalSelect(byAlpha, one, alphaAge / betaAge);
        Vector256<double> logLast = (n * Vector256.Log(alphaLast)) + (s * Vector256.Log(betaLast));
        Vector256<double> logAge = (n * Vector256.Log(alphaAge)) + (s * Vector256.Log(betaAge));
        Vector256<double> silent = Vector256.Exp(logLast - logAge);
        Vector256<double> rest = (silent * (one - goneAge)) + goneLast;
        alive = silent / rest;
        return Vector256.Log(rest) - logLast;
    }

    private static double Largest(Vector256<double> values)
    {
        Vector128<double> pairs = Vector128.Max(values.GetLower(), values.GetUpper());
        return Math.Max(pairs.GetElement(0), pairs.GetElement(1));
    }

    private static double Smallest(Vector256<double> values) => -Largest(-values);

    private static Vector256<double> OneByOne(
        Vector256<double> r,
        Vector256<double> alpha,
        Vector256<double> s,
        Vector256<double> beta,
        Vector256<double> x,
        Vector256<double> recency,
        Vector256<double> age,
        out Vector256<double> alive)
    {
        Vector256<double> value = default;
        alive = default;
        for (int i = 0; i < Vector256<double>.Count; i++)
        {
            value = value.WithElement(i, LogChance(r[i], alpha[i], s[i], beta[i], x[i], recency[i], age[i], out double one));
            alive = alive.WithElement(i, one);
        }

        return value;
    }
}
#endif
