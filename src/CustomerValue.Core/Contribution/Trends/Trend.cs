namespace CustomerValue.Contribution.Trends;

/// <summary>
/// The trend of a series of equal periods. The slope is the median of the slopes of all pairs (Theil 1950; Sen 1968, J. Am. Stat. Assoc. 63, 1379–1389), which
/// single large orders hardly move. Whether it is one is Mann's test (1945, Econometrica 13, 245–259) with Kendall's variance for ties:
/// Var S = [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)]/18, z = (S ∓ 1)/√Var S, two-sided normal p.
/// </summary>
public readonly record struct Trend
{
    /// <summary>The fewest periods by which a trend is told; of fewer it is always steady. The normal p is rough below about 8.</summary>
    public const int FewestPeriods = 4;

    private Trend(double slope, double pValue, TrendDirection direction) => (Slope, PValue, Direction) = (slope, pValue, direction);

    /// <summary>Change a period, in the unit of the series.</summary>
    public double Slope { get; }

    /// <summary>How probable so much order is without a trend, in [0, 1]; 1 with fewer than <see cref="FewestPeriods"/> periods or where all are equal.</summary>
    public double PValue { get; }

    /// <summary>Rising or falling where the p-value is at most the level; else steady.</summary>
    public TrendDirection Direction { get; }

    /// <summary>The trend of a series.</summary>
    /// <param name="series">A value a period, in order; finite.</param>
    /// <param name="level">The largest p-value that makes a trend; in (0, 1).</param>
    /// <exception cref="ArgumentException">A value is not finite, or the level is out of range.</exception>
    public static Trend Of(ReadOnlySpan<double> series, double level = 0.05)
    {
        foreach (double value in series)
        {
            if (double.IsNaN(value) || double.IsInfinity(value))
                throw new ArgumentException("A series has finite values; count a period without any as 0, or leave it out.", nameof(series));
        }

        RequireLevel(level);
        return Of(series, level, new double[series.Length * (series.Length - 1) / 2], new double[series.Length]);
    }

    /// <summary>The trend of finite values; the buffers have a place a pair and a place a value.</summary>
    internal static Trend Of(ReadOnlySpan<double> series, double level, double[] slopes, double[] sorted)
    {
        int n = series.Length, pair = 0;
        long score = 0;
        for (int later = 1; later < n; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                score += series[later].CompareTo(series[earlier]);
                slopes[pair++] = (series[later] - series[earlier]) / (later - earlier);
            }
        }

        Array.Sort(slopes, 0, pair);
        double slope = pair == 0 ? 0 : (slopes[(pair - 1) / 2] / 2) + (slopes[pair / 2] / 2);
        series.CopyTo(sorted);
        Array.Sort(sorted, 0, n);
        double variance = Kendall(n);
        for (int first = 0, next; first < n; first = next)
        {
            for (next = first + 1; next < n && sorted[next] == sorted[first];)
                next++;
            variance -= Kendall(next - first);
        }

        double p = n < FewestPeriods || score == 0 ? 1 : Math.Min(1, MathNet.Numerics.SpecialFunctions.Erfc((Math.Abs(score) - 1) / Math.Sqrt(variance / 18 * 2)));
        return new Trend(slope, p, p > level ? TrendDirection.Steady : score > 0 ? TrendDirection.Rising : TrendDirection.Falling);
    }

    internal static void RequireLevel(double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level is in (0, 1); 0.05 is usual.");
    }

    private static double Kendall(double n) => n * (n - 1) * ((2 * n) + 5);
}
