using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Benchmarks;

/// <summary>Uncertainty on CDNOW: a fit and a hundred bootstrap replicates, and intervals of every customer by the delta method.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Uncertain
{
    internal static readonly BootstrapOptions Hundred = new() { Replicates = 100 };

    private SummaryColumns columns = null!;
    private ParameterUncertainty uncertainty = null!;
    private double[] low = null!;
    private double[] high = null!;

    [Params(Sizes.CdnowCustomers)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        columns = Bases.Of(Bases.Small);
        uncertainty = ParameterUncertainty.Of(new MbgNbdEstimator().Fit(columns))!;
        (low, high) = (new double[columns.Count], new double[columns.Count]);
    }

    [Benchmark]
    public BootstrapResult<PurchaseModel> HundredMbgNbd() => Bootstrap.Run(new MbgNbdEstimator(), columns, Hundred);

    [Benchmark]
    public BootstrapResult<PurchaseModel> HundredParetoNbd() => Bootstrap.Run(new ParetoNbdEstimator(), columns, Hundred);

    [Benchmark]
    public void ExpectedIntervals() => uncertainty.ExpectedPurchases(columns, Scoring.Horizon, 0.95, low, high);
}
