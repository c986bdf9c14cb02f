using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;

namespace CustomerValue.Benchmarks;

/// <summary>Models whose likelihood has several tops or a ridge: on CDNOW, where GGom/NBD runs to Pareto/NBD and the correlation to its bound, and on customers with Gompertz lifetimes.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class HarderFits
{
    private SummaryColumns columns = null!;

    [ParamsSource(nameof(Names))]
    public string Base { get; set; } = "";

    public static IEnumerable<string> Names => [Bases.Small, Bases.Gompertz];

    [GlobalSetup]
    public void Setup() => columns = Bases.Of(Base);

    [Benchmark]
    public FitResult<PurchaseModel> GgomNbd() => new GgomNbdEstimator().Fit(columns);

    [Benchmark]
    public FitResult<PurchaseModel> ParetoNbdCorrelated() => new ParetoNbdCorrelatedEstimator().Fit(columns);
}
