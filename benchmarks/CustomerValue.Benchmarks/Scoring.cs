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

    internal const double Year = 365.25 / 7;
    internal const double DiscountRate = 0.10;

    private PurchaseModel model = Bases.BgNbd;
    private SummaryColumns columns = null!;
    private SummaryColumns offGrid = null!;
    private double[] values = [];
    private double[] spend = [];
    private int[] counts = [];

    [ParamsSource(nameof(Models))]
    public string Model { get; set; } = "";

    [ParamsSource(nameof(Counts))]
    public int Customers { get; set; }

    public static IEnumerable<string> Models => Bases.Models.Select(model => model.Name);

    public static IEnumerable<int> Counts => [Sizes.Customers];

    [GlobalSetup]
    public void Setup()
    {
        model = Bases.Models.First(model => model.Name == Model);
        columns = Bases.Simulate(Customers);
        offGrid = Bases.OffGrid(columns);
        values = new double[Customers];
        spend = new double[Customers];
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

    /// <summary>What a customer is worth in twelve months: discounted purchases times the expected spend.</summary>
    [Benchmark]
    public void ValueOfYear() => ValueOfYear(model, columns, values, spend);

    [Benchmark]
    public void Quantile() => model.PurchaseQuantiles(columns, Year, 0.95, counts);

    internal static void ValueOfYear(PurchaseModel model, SummaryColumns columns, double[] values, double[] spend)
    {
        model.DiscountedExpectedPurchases(columns, Year, DiscountRate, values);
        Bases.Spend.ExpectedSpend(columns, spend);
        for (int row = 0; row < values.Length; row++)
            values[row] *= spend[row];
    }
}
