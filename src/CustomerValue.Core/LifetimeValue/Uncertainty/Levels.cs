namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>How much intervals cover.</summary>
internal static class Levels
{
    /// <summary>How many standard errors an interval reaches to either side.</summary>
    public static double Normal(double level) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + Check(level)) / 2);

    /// <summary>The interval between the quantiles of draws, which are sorted in place; linear between neighbours.</summary>
    public static (double Low, double High) Percentiles(double[] draws, double level)
    {
        double tail = (1 - Check(level)) / 2;
        Array.Sort(draws);
        return (Quantile(draws, tail), Quantile(draws, 1 - tail));
    }

    private static double Quantile(double[] sorted, double probability)
    {
        double place = probability * (sorted.Length - 1);
        int below = Math.Min(sorted.Length - 1, (int)place);
        int above = Math.Min(sorted.Length - 1, below + 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    private static double Check(double level) => level > 0 && level < 1
        ? level
        : throw new ArgumentOutOfRangeException(nameof(level), level, "An interval covers a part in (0, 1); 0.95 is usual.");
}
