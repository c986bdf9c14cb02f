using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// The part of the log-likelihood in which k alone meets the gaps: (k − 1) Σ ln(gap) − x ln Γ(k). It has no part in finding r, α, a and b,
/// but only with it do likelihoods compare across k. Where the gaps are unknown, it is what remains of the density of (x, t_x):
/// (k − 1)x ln t_x + ln Γ(x) − ln Γ(kx), which is 0 at k = 1 too.
/// </summary>
internal static class GapTerm
{
    /// <summary>Purchases that all fall on one moment have no density under k &gt; 1; they count as if this time lay between them.</summary>
    private const double ShortestTime = 1e-300;

    public static double Of(int k, int frequency, double recency, double? logGaps)
    {
        if (k == 1 || frequency == 0)
            return 0;
        double stages = (double)k * frequency;
        return logGaps is { } sum
            ? ((k - 1) * sum) - (frequency * SpecialFunctions.LogGamma(k))
            : ((stages - frequency) * Math.Log(Math.Max(recency, ShortestTime))) - SpecialFunctions.LogGammaRatio(frequency, stages - frequency);
    }

    /// <summary>The sum over customers, each counted by its weight. Compensated, so that their order doesn't show.</summary>
    public static double Sum(int k, SummaryColumns columns, IReadOnlyList<double>? weights)
    {
        double sum = 0;
        double lost = 0;
        for (int row = 0; row < columns.Count; row++)
        {
            double? logGaps = columns.LogGaps.IsEmpty || double.IsNaN(columns.LogGaps[row]) ? null : columns.LogGaps[row];
            double term = (weights?[row] ?? 1) * Of(k, columns.Frequency[row], columns.Recency[row], logGaps);
            double next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }

        return sum + lost;
    }
}
