using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Benchmarks;

/// <summary>Uncertainty on CDNOW: a hundred bootstrap replicates (the aim is 5 ms each), and intervals of every customer by the delta method.</summary>
[Config(typeof(ShortJob))]
public class Uncertain
{
    private SummaryColumns columns = null!;
    private ParameterUncertainty uncertainty = null!;
    private double[] low = null!;
    private double[] high = null!;

    [GlobalSetup]
    public void Setup()
    {
        columns = Bases.Of(Bases.Names.First());
        uncertainty = ParameterUncertainty.Of(new MbgNbdEstimator().Fit(columns))!;
        (low, high) = (new double[columns.Count], new double[columns.Count]);
    }

    [Benchmark]
    public BootstrapResult<PurchaseModel> HundredReplicates() => Bootstrap.Run(new MbgNbdEstimator(), columns, new BootstrapOptions { Replicates = 100 });

    [Benchmark]
    public void ExpectedPurchases() => uncertainty.ExpectedPurchases(columns, 39, 0.95, low, high);
}
