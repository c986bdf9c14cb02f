using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Benchmarks;

/// <summary>Columns of customers scored into a buffer.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Scoring
{
    /// <summary>Weeks; the holdout of CDNOW.</summary>
    internal const double Horizon = 39;

    private const double Year = 365.25 / 7;
    private const double DiscountRate = 0.10;

    private PurchaseModel model = Bases.BgNbd;
    private SummaryColumns columns = null!;
    private SummaryColumns offGrid = null!;
    private double[] values = [];
    private int[] counts = [];

    [Params("pareto-nbd", "bg-nbd", "mbg-nbd")]
    public string Model { get; set; } = "";

    [ParamsSource(nameof(Counts))]
    public int Customers { get; set; }

    public static IEnumerable<int> Counts => [1, 1_000, Sizes.Customers];

    [GlobalSetup]
    public void Setup()
    {
        model = Model switch
        {
            "pareto-nbd" => Bases.ParetoNbd,
            "bg-nbd" => Bases.BgNbd,
            _ => Bases.MbgNbd,
        };
        columns = Bases.Simulate(Customers);
        offGrid = Bases.OffGrid(columns);
        values = new double[Customers];
        counts = new int[Customers];
    }

    [Benchmark]
    public void ProbabilityAlive() => model.ProbabilityAlive(columns, values);

    /// <summary>Ages are whole days.</summary>
    [Benchmark]
    public void Expected() => model.ExpectedPurchases(columns, Horizon, values);

    /// <summary>No two ages are equal.</summary>
    [Benchmark]
    public void ExpectedOffGrid() => model.ExpectedPurchases(offGrid, Horizon, values);

    [Benchmark]
    public void Dert() => model.DiscountedExpectedPurchases(columns, double.PositiveInfinity, DiscountRate, values);

    [Benchmark]
    public void DiscountedYear() => model.DiscountedExpectedPurchases(columns, Year, DiscountRate, values);

    [Benchmark]
    public void Quantile() => model.PurchaseQuantiles(columns, Year, 0.95, counts);
}
