namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>The distribution of what a customer who is alive spends, in ratios to the expected spend of a purchase: a mixture over the number of purchases.</summary>
internal sealed class TotalMixture
{
    private readonly double[] counts;

    /// <summary>P(total ≤ ratio) on the grid of <see cref="TotalTables"/>; null where the amounts don't scatter as far as the model says.</summary>
    private readonly double[]? cumulative;

    public TotalMixture(double[] counts, int frequency, TotalTables tables)
    {
        this.counts = counts;
        double[] sums = new double[TotalTables.Points];
        for (int n = 1; n < counts.Length; n++)
        {
            if (!tables.Add(frequency, n, counts[n], sums))
                return;
        }

        for (int i = 0; i < sums.Length; i++)
            sums[i] += counts[0];
        cumulative = sums;
    }

    /// <summary>The ratio that a customer who is alive with a probability stays below with another.</summary>
    public double Quantile(double alive, double probability)
    {
        double level = 1 - ((1 - probability) / alive);
        if (level <= counts[0])
            return 0;
        return cumulative is null ? CountAt(level) : RatioAt(cumulative, level);
    }

    private double CountAt(double level)
    {
        double reached = 0;
        for (int n = 0; n < counts.Length; n++)
        {
            reached += counts[n];
            if (reached >= level)
                return n;
        }

        return counts.Length - 1;
    }

    /// <summary>The inverse: a cubic through the normal scores of four neighbours, which are almost straight in the logarithm.</summary>
    private static double RatioAt(double[] sums, double level)
    {
        int above = Array.BinarySearch(sums, level);
        if (above < 0)
            above = ~above;
        if (above == 0 || above == sums.Length)
            return Math.Exp(TotalTables.Least + ((above == 0 ? 0 : sums.Length - 1) * TotalTables.Step));
        int below = above - 1;
        double Score(int i) => NormalScore.Of(sums[Math.Max(0, Math.Min(sums.Length - 1, i))]);
        (double y0, double y1, double sought) = (Score(below), Score(above), NormalScore.Of(level));
        (double slope0, double slope1) = ((y1 - Score(below - 1)) / 2, (Score(above + 1) - y0) / 2);
        double from = 0;
        double to = 1;
        for (int halving = 0; halving < 40; halving++)
        {
            double t = (from + to) / 2;
            double rest = 1 - t;
            double value = (rest * rest * (((1 + (2 * t)) * y0) + (t * slope0))) + (t * t * (((3 - (2 * t)) * y1) - (rest * slope1)));
            (from, to) = value < sought ? (t, to) : (from, t);
        }

        return Math.Exp(TotalTables.Least + ((below + from) * TotalTables.Step));
    }
}
