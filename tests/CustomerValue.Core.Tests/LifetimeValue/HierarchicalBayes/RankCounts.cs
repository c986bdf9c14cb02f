namespace CustomerValue.Tests.LifetimeValue.HierarchicalBayes;

/// <summary>
/// Simulation-based calibration: parameters drawn from the prior, data from the parameters; the rank of the truth among posterior draws is uniform
/// if the sampler is right. Source: Talts, Betancourt, Simpson, Vehtari &amp; Gelman (2018), arXiv:1804.06788.
/// </summary>
internal sealed class RankCounts(int parameters)
{
    private const int Bins = 8;
    private readonly int[,] counts = new int[parameters, Bins];

    /// <summary>How many data sets: 100, and 1,000 where long tests are asked for.</summary>
    public static int DataSets => LongTests.Asked ? 1000 : 100;

    public void Add(IReadOnlyList<double> truth, IReadOnlyList<IReadOnlyList<double>> draws)
    {
        for (int i = 0; i < parameters; i++)
            counts[i, Math.Min(Bins - 1, draws.Count(draw => draw[i] < truth[i]) * Bins / (draws.Count + 1))]++;
    }

    /// <summary>χ² over the bins has 7 degrees of freedom; above 24.3 once in a thousand.</summary>
    public void AreUniform()
    {
        for (int i = 0; i < parameters; i++)
        {
            int[] row = [.. Enumerable.Range(0, Bins).Select(bin => counts[i, bin])];
            double expected = row.Sum() / (double)Bins;
            double square = row.Sum(count => (count - expected) * (count - expected) / expected);
            Assert.True(square < 24.3, $"parameter {i}: {string.Join(" ", row)}, chi-square {square:F1}");
        }
    }
}
