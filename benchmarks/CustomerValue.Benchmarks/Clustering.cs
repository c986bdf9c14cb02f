using BenchmarkDotNet.Attributes;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Benchmarks;

/// <summary>K-means of a million rows of eight columns, from given rows, twenty passes at most; on one thread with DOTNET_PROCESSOR_COUNT=1.</summary>
[Config(typeof(ShortJob))]
public class Clustering
{
    private const int Rows = 1_000_000;
    private const int Width = 8;
    private const int Groups = 12;

    private NumericTable table = null!;

    [Params(8, 20)]
    public int K { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        double[,] means = new double[Groups, Width];
        for (int i = 0; i < means.Length; i++)
            means[i / Width, i % Width] = random.NextDouble() * 6;
        double[][] columns = [.. Enumerable.Range(0, Width).Select(_ => new double[Rows])];
        for (int row = 0; row < Rows; row++)
        {
            int group = random.Next(Groups);
            for (int column = 0; column < Width; column++)
                columns[column][row] = means[group, column] + (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        table = new NumericTable([.. columns.Select(column => (ReadOnlyMemory<double>)column)]);
    }

    [Benchmark]
    public KMeansModel Fit() => KMeansEstimator.Fit(table, new KMeansOptions { K = K, InitialRows = [.. Enumerable.Range(0, K).Select(row => row * (Rows / K))], MaxIterations = 20 });
}
