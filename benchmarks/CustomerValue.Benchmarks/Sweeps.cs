using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdHb;

namespace CustomerValue.Benchmarks;

/// <summary>Sampling posteriors of 2,357 customers like CDNOW's: 1,000 sweeps an operation, so that milliseconds are microseconds a sweep. One chain runs on one thread.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Sweeps
{
    private static readonly FitOptions Options = new() { Sampling = new SamplingOptions { Chains = 1, BurnIn = 100, Draws = 900, Thinning = 1 } };
    private SummaryColumns columns = null!;

    [GlobalSetup]
    public void Setup() => columns = Bases.Of(Bases.CdnowLike);

    [Benchmark]
    public FitResult<PurchaseModel> ParetoNbdHbPopulation() => new ParetoNbdHbEstimator().Fit(columns, Options);

    [Benchmark]
    public PosteriorFit ParetoNbdHbWithCustomers() => new ParetoNbdHbEstimator().Sample(columns, [39], Options);

    [Benchmark]
    public PosteriorFit ParetoNbdAbeWithCustomers() => new ParetoNbdAbeEstimator().Sample(columns, [], [39], Options);
}
