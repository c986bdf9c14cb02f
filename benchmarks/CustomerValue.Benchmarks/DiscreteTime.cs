using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;

namespace CustomerValue.Benchmarks;

/// <summary>BG/BB on six opportunities, a row a pattern with its weight, and on hundreds of them, a row a customer.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class DiscreteTime
{
    internal const int Donors = 11_104;

    private const int Many = 300;

    private readonly SummaryColumns many = Simulate(new(0.5, 9, 0.5, 60, TimeUnit.Week), Many, 10_000);
    private readonly BgBbModel model = new(0.5, 9, 0.5, 60, TimeUnit.Week);
    private readonly (SummaryColumns Columns, double[] Weights) donors = Patterns(Simulate(new(1.204, 0.75, 0.657, 2.783, TimeUnit.Week), 6, Donors));
    private readonly double[] values = new double[10_000];
    private readonly int[] counts = new int[10_000];

    [Benchmark]
    public FitResult<PurchaseModel> FitPatterns() => new BgBbEstimator().Fit(donors.Columns, new FitOptions { Weights = donors.Weights });

    [Benchmark]
    public FitResult<PurchaseModel> FitHundreds() => new BgBbEstimator().Fit(many);

    [Benchmark]
    public void ProbabilityAlive() => model.ProbabilityAlive(many, values);

    [Benchmark]
    public void Expected() => model.ExpectedPurchases(many, 52, values);

    [Benchmark]
    public void Dert() => model.DiscountedExpectedPurchases(many, double.PositiveInfinity, 0.1, values);

    [Benchmark]
    public void Quantile() => model.PurchaseQuantiles(many, 52, 0.95, counts);

    /// <summary>The distinct rows and how often each comes.</summary>
    internal static (SummaryColumns Columns, double[] Weights) Patterns(SummaryColumns columns)
    {
        var patterns = Enumerable.Range(0, columns.Count).GroupBy(row => (columns.Frequency[row], columns.Recency[row], columns.Age[row])).ToArray();
        return (
            new(columns.Unit, Array.ConvertAll(patterns, own => own.Key.Item1), Array.ConvertAll(patterns, own => own.Key.Item2), Array.ConvertAll(patterns, own => own.Key.Item3)),
            Array.ConvertAll(patterns, own => (double)own.Count()));
    }

    internal static SummaryColumns Simulate(BgBbModel model, int opportunities, int customers)
    {
        Random random = new(41);
        IReadOnlyList<double>[] taken = Enumerable.Range(0, customers).Select(_ => model.SimulatePurchaseTimes(random, opportunities)).ToArray();
        return new(model.Unit, Array.ConvertAll(taken, own => own.Count), Array.ConvertAll(taken, own => own.Count == 0 ? 0 : own[^1]), Enumerable.Repeat((double)opportunities, customers).ToArray());
    }
}
