using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Benchmarks;

/// <summary>Maximum likelihood from columns to model and report.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Fits
{
    private SummaryColumns columns = null!;

    [ParamsSource(nameof(Names))]
    public string Base { get; set; } = "";

    public static IEnumerable<string> Names => Bases.Names;

    [GlobalSetup]
    public void Setup() => columns = Bases.Of(Base);

    [Benchmark]
    public FitResult<PurchaseModel> Nbd() => new NbdEstimator().Fit(columns);

    [Benchmark]
    public FitResult<PurchaseModel> ParetoNbd() => new ParetoNbdEstimator().Fit(columns);

    [Benchmark]
    public FitResult<PurchaseModel> BgNbd() => new BgNbdEstimator().Fit(columns);

    [Benchmark]
    public FitResult<PurchaseModel> MbgNbd() => new MbgNbdEstimator().Fit(columns);

    [Benchmark]
    public FitResult<SpendModel> GammaGamma() => new GammaGammaEstimator().Fit(columns);
}
