using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Benchmarks;

/// <summary>What a fit costs grows with distinct histories: customers grow tenfold from row to row, histories seen by the day hardly.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class FitGrowth
{
    private SummaryColumns columns = null!;

    [ParamsSource(nameof(Counts))]
    public int Customers { get; set; }

    public static IEnumerable<int> Counts => [Sizes.Customers / 100, Sizes.Customers / 10, Sizes.Customers, Sizes.Customers * 10];

    [GlobalSetup]
    public void Setup() => columns = Bases.Simulate(Customers);

    [Benchmark]
    public FitResult<PurchaseModel> MbgNbd() => new MbgNbdEstimator().Fit(columns);

    [Benchmark]
    public FitResult<PurchaseModel> ParetoNbd() => new ParetoNbdEstimator().Fit(columns);
}
