using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoGgg;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdHb;

namespace CustomerValue.Benchmarks;

/// <summary>Posteriors of 2,357 customers, CDNOW's or as many regular ones, with a forecast of every customer: <see cref="SweepCount"/> sweeps of one chain, which runs on one thread.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Sweeps
{
    internal const int SweepCount = 400;

    private static readonly double[] Horizons = [Scoring.Horizon];
    private static readonly FitOptions Options = new() { Sampling = new SamplingOptions { Chains = 1, BurnIn = SweepCount / 4, Draws = 3 * SweepCount / 4, Thinning = 1 } };

    private SummaryColumns columns = null!;
    private SummaryColumns regular = null!;

    [GlobalSetup]
    public void Setup()
    {
        columns = Bases.Of(Bases.Small);
        regular = RegularBuyers.Draw();
    }

    [Benchmark]
    public FitResult<PurchaseModel> ParetoNbdHbPopulation() => new ParetoNbdHbEstimator().Fit(columns, Options);

    [Benchmark]
    public PosteriorFit ParetoNbdHb() => new ParetoNbdHbEstimator().Sample(columns, Horizons, Options);

    [Benchmark]
    public PosteriorFit ParetoNbdAbe() => new ParetoNbdAbeEstimator().Sample(columns, [], Horizons, Options);

    [Benchmark]
    public PosteriorFit ParetoGgg() => new ParetoGggEstimator().Sample(regular, Horizons, Options);
}
