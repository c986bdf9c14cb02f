using BenchmarkDotNet.Attributes;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;

namespace CustomerValue.Benchmarks;

/// <summary>
/// Gaussian mixtures of eight components on a million rows of eight columns. An iteration's cost is the difference of the two methods over ten;
/// run with DOTNET_PROCESSOR_COUNT=1 beside peers/mixtures.py, which is on one thread.
/// </summary>
[Config(typeof(ShortJob))]
public class Mixtures
{
    private const int Width = 8, Count = 8;
    private NumericTable table = null!;
    private double[][] centres = null!;

    [Params(CovarianceShape.Diagonal, CovarianceShape.Full)]
    public CovarianceShape Shape { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(3);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        centres = [.. Enumerable.Range(0, Count).Select(_ => Enumerable.Range(0, Width).Select(_ => 2 * Normal()).ToArray())];
        double[][] columns = [.. Enumerable.Range(0, Width).Select(_ => new double[Sizes.Customers])];
        for (int row = 0; row < Sizes.Customers; row++)
        {
            double[] centre = centres[random.Next(Count)];
            for (int j = 0; j < Width; j++)
                columns[j][row] = centre[j] + Normal();
        }

        table = new NumericTable([.. columns.Select(column => (ReadOnlyMemory<double>)column)]);
    }

    [Benchmark(Baseline = true)]
    public double OneIteration() => Fit(1);

    [Benchmark]
    public double ElevenIterations() => Fit(11);

    private double Fit(int iterations) => GaussianMixtureEstimator.Fit(table, new GaussianMixtureOptions
    {
        Components = Count,
        Covariance = Shape,
        InitialMeans = centres,
        Tolerance = double.Epsilon,
        MaxIterations = iterations,
    }).Report!.LogLikelihood;
}
