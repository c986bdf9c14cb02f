using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// P(K = m): the stages since the last purchase at the end of a time ahead, had the customer no chance to leave. It is a mixture over the
/// stage j reached now, and from there the count of stages is negative binomial; both are kept as one number per j, which steps from m to
/// m ± 1 by a factor. All terms are positive, so nothing cancels.
/// </summary>
internal readonly ref struct StageCount
{
    private readonly Span<double> at;
    private readonly double s;
    private readonly double w;
    private readonly double v;

    /// <param name="chances">The chance of every stage now; overwritten.</param>
    /// <param name="s">Shape of the rate at stage 0; a stage reached adds one.</param>
    /// <param name="w">The time ahead over α + T.</param>
    /// <param name="from">The m to begin with.</param>
    public StageCount(Span<double> chances, double s, double w, int from)
    {
        at = chances;
        this.s = s;
        this.w = w;
        v = w / (1 + w);
        double logStill = -SpecialFunctions.Log1P(w);
        for (int j = 0; j < at.Length; j++)
        {
            // Those that have not begun at m wait with the chance of no further stage.
            int ahead = Math.Max(0, from - j);
            at[j] *= Math.Exp(ahead == 0 ? (s + j) * logStill : SpecialFunctions.LogBetaKernel(ahead, s + j, w) - Math.Log(ahead));
        }
    }

    /// <summary>P(K = m), and on to m + 1.</summary>
    public double Up(int m)
    {
        double probability = 0;
        double factor = (s + m) * v;
        int reached = Math.Min(m + 1, at.Length);
        for (int j = 0; j < reached; j++)
        {
            probability += at[j];
            at[j] *= factor / (m + 1 - j);
        }

        return probability;
    }

    /// <summary>P(K = m), and on to m − 1.</summary>
    public double Down(int m)
    {
        double probability = 0;
        double factor = 1 / ((s + (m - 1)) * v);
        int reached = Math.Min(m + 1, at.Length);
        for (int j = 0; j < reached; j++)
        {
            probability += at[j];
            at[j] *= (m - j) * factor;
        }

        return probability;
    }

    /// <summary>The largest factor from m to m + 1; below 1 from some m on, and never rising again.</summary>
    public double Ratio(int m) => (s + m) * v / Math.Max(1, m + 2 - at.Length);
}
