using BenchmarkDotNet.Attributes;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace CustomerValue.Benchmarks;

/// <summary>
/// K-means of a million rows of eight columns, twenty passes at most, on one thread with DOTNET_PROCESSOR_COUNT=1; from given rows, and beside it by
/// ML.NET in single precision, which knows no given rows and starts from random ones.
/// </summary>
[Config(typeof(ShortJob))]
public class Clustering
{
    private const int Rows = 1_000_000;
    private const int Width = 8;
    private const int Groups = 12;

    private readonly MLContext context = new(1);
    private NumericTable table = null!;
    private IDataView view = null!;

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

        view = context.Data.Cache(context.Data.LoadFromEnumerable(Enumerable.Range(0, Rows).Select(row => new Single { Features = [.. columns.Select(column => (float)column[row])] }).ToArray()));
        table = new NumericTable([.. columns.Select(column => (ReadOnlyMemory<double>)column)]);
    }

    [Benchmark(Baseline = true)]
    public object MlNet() => context.Clustering.Trainers.KMeans(new KMeansTrainer.Options
    {
        NumberOfClusters = K,
        MaximumNumberOfIterations = 20,
        NumberOfThreads = 1,
        OptimizationTolerance = 1e-30f,
        InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.Random,
    }).Fit(view);

    [Benchmark]
    public KMeansModel Fit() => KMeansEstimator.Fit(table, new KMeansOptions { K = K, InitialRows = [.. Enumerable.Range(0, K).Select(row => row * (Rows / K))], MaxIterations = 20 });

    private sealed class Single
    {
        [VectorType(Width)]
        public float[] Features { get; init; } = [];
    }
}
