using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GgomNbd;

namespace CustomerValue.Benchmarks;

/// <summary>GGom/NBD: the fit, which on CDNOW runs to Pareto/NBD, and scores of customers of whom no two have the same age.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Gompertz
{
    private const double DiscountRate = 0.10;

    private readonly GgomNbdModel model = new(0.8, 9, 0.06, 0.7, 3, TimeUnit.Week);
    private SummaryColumns columns = null!;
    private SummaryColumns offGrid = null!;
    private double[] values = [];
    private int[] counts = [];

    [ParamsSource(nameof(Names))]
    public string Base { get; set; } = "";

    public static IEnumerable<string> Names => Bases.Names.Where(name => name != Bases.Million);

    [GlobalSetup]
    public void Setup()
    {
        columns = Bases.Of(Base);
        offGrid = Bases.OffGrid(columns);
        values = new double[columns.Count];
        counts = new int[columns.Count];
    }

    [Benchmark]
    public FitResult<PurchaseModel> Fit() => new GgomNbdEstimator().Fit(columns);

    [Benchmark]
    public void ProbabilityAlive() => model.ProbabilityAlive(offGrid, values);

    [Benchmark]
    public void Expected() => model.ExpectedPurchases(offGrid, Scoring.Horizon, values);

    [Benchmark]
    public void Dert() => model.DiscountedExpectedPurchases(offGrid, double.PositiveInfinity, DiscountRate, values);

    [Benchmark]
    public void Median() => model.PurchaseQuantiles(offGrid, Scoring.Horizon, 0.5, counts);
}
