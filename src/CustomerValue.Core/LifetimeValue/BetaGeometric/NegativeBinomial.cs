using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>Purchases in a time of w mean-rate units without dropout: a Poisson count whose mean is Gamma(s)·w.</summary>
internal readonly struct NegativeBinomial(double s, double w)
{
    private readonly double logFailure = -SpecialFunctions.Log1P(w);
    private readonly double logSuccess = -SpecialFunctions.Log1P(1 / w);

    public double LogProbability(int n) => n == 0
        ? s * logFailure
        : SpecialFunctions.LogGammaRatio(s, n) - SpecialFunctions.LogGamma(n + 1.0) + (s * logFailure) + (n * logSuccess);

    public double Probability(int n) => Math.Exp(LogProbability(n));

    /// <summary>ln P(n + 1) − ln P(n).</summary>
    public double LogRatio(int n) => Math.Log((s + n) / (n + 1)) + logSuccess;

    /// <summary>P(N ≥ n), summed on the side on which nothing cancels.</summary>
    public double AtLeast(int n)
    {
        bool below = n <= s * w;
        double sum = 0;
        double term = Probability(below ? 0 : n);
        double logTerm = LogProbability(below ? 0 : n);
        for (int i = below ? 0 : n; below ? i < n : term > 1e-18 * sum; i++)
        {
            sum += term;
            logTerm += LogRatio(i);
            term = Math.Exp(logTerm);
        }

        return below ? Math.Max(0, 1 - sum) : sum;
    }
}
