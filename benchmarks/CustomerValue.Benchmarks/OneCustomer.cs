using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Benchmarks;

/// <summary>One customer scored alone, as where one opens an account.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class OneCustomer
{
    private static readonly PurchaseSummary Customer = new(2, 30.43, 38.86);

    private PurchaseModel model = Bases.BgNbd;

    [ParamsSource(nameof(Models))]
    public string Model { get; set; } = "";

    public static IEnumerable<string> Models => Bases.Models.Select(model => model.Name);

    [GlobalSetup]
    public void Setup() => model = Bases.Models.First(model => model.Name == Model);

    [Benchmark]
    public double ProbabilityAlive() => model.ProbabilityAlive(Customer);

    [Benchmark]
    public double Expected() => model.ExpectedPurchases(Customer, Scoring.Horizon);

    [Benchmark]
    public double Dert() => model.DiscountedExpectedResidualTransactions(Customer, Scoring.DiscountRate);
}
