using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Benchmarks;

/// <summary>Pareto/NBD with two covariates over 104 weeks on both processes: CLVTools takes 116 s for the fit of 600 customers.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class DynamicCovariates
{
    private CovariateHistories histories = null!;
    private ParetoNbdDynamicScorer scorer = null!;
    private double[] scores = null!;

    [Params(600)]
    public int Customers { get; set; }

    /// <summary>One path for all customers, or a promotion of his own for each.</summary>
    [Params(false, true)]
    public bool OwnPaths { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(5);
        double[] Path() => Enumerable.Range(0, 208).SelectMany(week => new[] { Math.Sin(2 * Math.PI * week / 52), OwnPaths ? random.NextDouble() : week % 9 == 3 ? 1 : 0 }).ToArray();
        CovariatePaths paths = new(TimeUnit.Week, 1, ["season", "promo"], Enumerable.Range(0, OwnPaths ? Customers : 1).Select(_ => Path()).ToArray(), PathContinuation.LastYear);
        scorer = new ParetoNbdDynamicModel(0.8, 8, 0.7, 12, [new("season", 0.5), new("promo", 0.6)], [new("season", 0.4), new("promo", -0.5)], TimeUnit.Week).Over(paths);
        double[] start = Enumerable.Range(0, Customers).Select(_ => 12 * random.NextDouble()).ToArray();
        int[] path = Enumerable.Range(0, Customers).Select(i => i % paths.Count).ToArray();
        histories = CovariateHistories.FromTimes(
            paths,
            start,
            start.Select(time => 104 - time).ToArray(),
            start.Select((time, i) => scorer.SimulatePurchaseTimes(random, CovariateHistory.New(paths, time, path[i]), 104 - time)).ToArray(),
            path);
        scores = new double[Customers];
    }

    [Benchmark]
    public ParetoNbdDynamicFit Fit() => new ParetoNbdDynamicEstimator().Fit(histories);

    [Benchmark]
    public void Expected() => scorer.ExpectedPurchases(histories, Scoring.Year, scores);

    [Benchmark]
    public void Dert() => scorer.DiscountedExpectedPurchases(histories, double.PositiveInfinity, Scoring.DiscountRate, scores);
}
