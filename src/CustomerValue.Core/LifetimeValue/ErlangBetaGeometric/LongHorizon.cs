using System.Numerics;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// What a customer with the chance p to leave does over a long time, in closed form. With q = 1 − p, Σ_n q^(n−1) P(K ≥ kn) takes every k-th
/// term of a series whose sum is known, so it is a sum over the k roots ρ of ρ^k = q:
/// E[N | p] = 1/(kq) Σ_ρ Σ_j ω_j ρ^(j+1)/(1 − ρ) · (1 − (1 + (1 − ρ)w)^(−s−j)), and P(alive | p) = 1 − p·E[N | p].
/// Where q is small the roots cancel, and few terms of the series are enough.
/// </summary>
internal readonly struct LongHorizon(RegularCustomer.State state, double w, bool survival, double[] series) : IProbabilityFunction
{
    /// <summary>Below this q, the series.</summary>
    private const double SmallQ = 0.05;

    /// <summary>Terms of the series: 0.05^13 is beyond the last digit.</summary>
    public const int Terms = 13;

    /// <summary>The coefficients by n: P(K ≥ k(n+1)) for purchases, P(kn ≤ K &lt; k(n+1)) for survival.</summary>
    public static void Coefficients(in RegularCustomer.State state, double w, bool survival, double[] series)
    {
        int k = state.K;
        double still = -SpecialFunctions.Log1P(w);
        double v = w / (1 + w);
        Array.Clear(series, 0, Terms);
        for (int j = 0; j < k; j++)
        {
            double shape = state.S + j;
            double chance = state.Chances[j];
            double probability = chance * Math.Exp(shape * still);
            // Counted from the first stage on, so that small chances are not lost beside 1.
            double further = chance * -SpecialFunctions.Expm1(shape * still);
            for (int n = 0, m = j; n < Terms; n++)
            {
                for (; m < (n + 1) * k; m++)
                {
                    if (survival)
                        series[n] += probability;
                    probability *= (shape + (m - j)) * v / (m - j + 1);
                    if (m + 1 < (n + 1) * k)
                        further -= probability;
                }

                if (survival)
                    continue;
                series[n] += Math.Max(0, further);
                further -= probability;
            }
        }
    }

    public double At(double p, double complement)
    {
        double q = complement;
        if (q < SmallQ)
            return Series(q);
        double logRoot = (p < 0.5 ? SpecialFunctions.Log1P(-p) : Math.Log(q)) / state.K;
        double root = Math.Exp(logRoot);
        double less = -SpecialFunctions.Expm1(logRoot);
        double sum = survival ? (less == 0 ? state.K : p / less) * Principal(root, less) : Principal(root, less);
        for (int i = 1; 2 * i <= state.K; i++)
        {
            double angle = 2 * Math.PI * i / state.K;
            double half = Math.Sin(angle / 2);
            Complex rho = new(root * Math.Cos(angle), root * Math.Sin(angle));
            Complex rest = new(less + (2 * root * half * half), -root * Math.Sin(angle));
            double part = (Pair(rho, rest) / rest).Real * (2 * i == state.K ? 1 : 2);
            sum += survival ? p * part : part;
        }

        return sum / (state.K * q);
    }

    private double Series(double q)
    {
        double sum = 0;
        for (int n = Terms - 1; n >= 0; n--)
            sum = (sum * q) + series[n];
        return sum;
    }

    /// <summary>The root next to 1: for purchases over 1 − ρ already, which may be 0.</summary>
    private double Principal(double root, double less)
    {
        double log = SpecialFunctions.Log1P(less * w);
        double sum = 0;
        double power = root;
        for (int j = 0; j < state.K; j++, power *= root)
        {
            double exponent = -(state.S + j) * log;
            sum += state.Chances[j] * power * (survival ? Math.Exp(exponent) : less * w < 1e-300 ? (state.S + j) * w : -SpecialFunctions.Expm1(exponent) / less);
        }

        return sum;
    }

    /// <summary>Σ_j ω_j ρ^(j+1) times what is left or done.</summary>
    private Complex Pair(Complex rho, Complex rest)
    {
        Complex z = rest * w;
        Complex log = new(0.5 * SpecialFunctions.Log1P((z.Real * (2 + z.Real)) + (z.Imaginary * z.Imaginary)), Math.Atan2(z.Imaginary, 1 + z.Real));
        Complex left = Complex.Exp(-state.S * log);
        Complex factor = rho / (1 + z);
        Complex power = rho;
        Complex powerLeft = rho * left;
        Complex sum = 0;
        for (int j = 0; j < state.K; j++, power *= rho, powerLeft *= factor)
            sum += state.Chances[j] * (survival ? powerLeft : j == 0 ? rho * -Expm1(-state.S * log) : power - powerLeft);
        return sum;
    }

    private static Complex Expm1(Complex z)
    {
        double half = Math.Sin(z.Imaginary / 2);
        double growth = SpecialFunctions.Expm1(z.Real);
        return new((growth * Math.Cos(z.Imaginary)) - (2 * half * half), (1 + growth) * Math.Sin(z.Imaginary));
    }
}
