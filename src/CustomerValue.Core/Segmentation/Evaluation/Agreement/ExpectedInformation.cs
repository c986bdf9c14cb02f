namespace CustomerValue.Segmentation.Evaluation.Agreement;

/// <summary>
/// Mutual information that two labellings with given group sizes have by chance: Vinh, Epps &amp; Bailey (2010), eq. 24a. The hypergeometric
/// weights are built by their ratios from the mode outwards and divided by their sum, which loses no digits however many customers there
/// are; differences of log-factorials of ten million would leave eight.
/// </summary>
internal static class ExpectedInformation
{
    private const double Negligible = 1e-40;

    public static double Of(ContingencyTable table)
    {
        double sum = 0;
        foreach ((int first, int firsts) in Runs(table.First))
        {
            foreach ((int second, int seconds) in Runs(table.Second))
                sum += (double)firsts * seconds * OfCell(table.Count, first, second);
        }

        return sum;
    }

    /// <summary>What a cell is expected to add, whose groups have <paramref name="a"/> and <paramref name="b"/> of <paramref name="n"/> customers.</summary>
    private static double OfCell(double n, double a, double b)
    {
        double least = Math.Max(0, a + b - n), most = Math.Min(a, b);
        double mode = Math.Min(most, Math.Max(least, Math.Floor((a + 1) * (b + 1) / (n + 2))));
        double weights = 1, sum = Information(n, a, b, mode), weight = 1;
        for (double x = mode + 1; x <= most && weight > Negligible; x++)
        {
            weight *= (a - x + 1) / x * ((b - x + 1) / (n - a - b + x));
            weights += weight;
            sum += weight * Information(n, a, b, x);
        }

        weight = 1;
        for (double x = mode - 1; x >= least && weight > Negligible; x--)
        {
            weight *= (x + 1) / (a - x) * ((n - a - b + x + 1) / (b - x));
            weights += weight;
            sum += weight * Information(n, a, b, x);
        }

        return sum / weights;
    }

    private static double Information(double n, double a, double b, double x) => x == 0 ? 0 : x / n * Math.Log(n / a * (x / b));

    private static IEnumerable<(int Size, int Groups)> Runs(int[] ascending) => ascending.GroupBy(size => size).Select(run => (run.Key, run.Count()));
}
