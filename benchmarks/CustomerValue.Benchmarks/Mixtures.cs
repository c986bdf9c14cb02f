using BenchmarkDotNet.Attributes;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;

namespace CustomerValue.Benchmarks;

/// <summary>Gaussian mixtures of eight components on a million rows of eight columns. An iteration's cost is the difference of the two methods over ten.</summary>
[Config(typeof(OneThread))]
[MemoryDiagnoser]
public class Mixtures
{
    private const int Width = 8, Count = 8;
    private NumericTable table = null!;
    private double[][] centres = null!;

    [Params(CovarianceShape.Diagonal, CovarianceShape.Full)]
    public CovarianceShape Shape { get; set; }

    /// <summary>Overlapping groups; columns, and the centres that they were drawn around.</summary>
    public static (double[][] Columns, double[][] Centres) Draw()
    {
        Random random = new(3);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[][] centres = [.. Enumerable.Range(0, Count).Select(_ => Enumerable.Range(0, Width).Select(_ => 2 * Normal()).ToArray())];
        double[][] columns = [.. Enumerable.Range(0, Width).Select(_ => new double[Sizes.Customers])];
        for (int row = 0; row < Sizes.Customers; row++)
        {
            double[] centre = centres[random.Next(Count)];
            for (int j = 0; j < Width; j++)
                columns[j][row] = centre[j] + Normal();
        }

        return (columns, centres);
    }

    [GlobalSetup]
    public void Setup()
    {
        (double[][] columns, centres) = Draw();
        table = Table(columns);
    }

    [Benchmark(Baseline = true)]
    public double OneIteration() => Fit(table, centres, Shape, 1);

    [Benchmark]
    public double ElevenIterations() => Fit(table, centres, Shape, 11);

    public static NumericTable Table(double[][] columns) => new([.. columns.Select(column => (ReadOnlyMemory<double>)column)]);

    public static double Fit(NumericTable table, double[][] centres, CovarianceShape shape, int iterations) => GaussianMixtureEstimator.Fit(table, new GaussianMixtureOptions
    {
        Components = Count,
        Covariance = shape,
        InitialMeans = centres,
        Tolerance = double.Epsilon,
        MaxIterations = iterations,
    }).Report!.LogLikelihood;
}
