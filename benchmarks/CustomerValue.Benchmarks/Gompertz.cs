using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;

namespace CustomerValue.Benchmarks;

/// <summary>Scores by GGom/NBD of customers of whom no two have the same age.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Gompertz
{
    private SummaryColumns columns = null!;
    private double[] values = [];
    private int[] counts = [];

    [Params(Sizes.CdnowCustomers)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        columns = Bases.OffGrid(Bases.Of(Bases.Gompertz));
        values = new double[columns.Count];
        counts = new int[columns.Count];
    }

    [Benchmark]
    public void ProbabilityAlive() => Bases.GgomNbd.ProbabilityAlive(columns, values);

    [Benchmark]
    public void Expected() => Bases.GgomNbd.ExpectedPurchases(columns, Scoring.Horizon, values);

    [Benchmark]
    public void Dert() => Bases.GgomNbd.DiscountedExpectedPurchases(columns, double.PositiveInfinity, Scoring.DiscountRate, values);

    [Benchmark]
    public void Median() => Bases.GgomNbd.PurchaseQuantiles(columns, Scoring.Horizon, 0.5, counts);
}
