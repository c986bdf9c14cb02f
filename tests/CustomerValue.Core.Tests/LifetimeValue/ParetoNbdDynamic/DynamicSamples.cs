using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

/// <summary>Paths, models and histories to try.</summary>
internal static class DynamicSamples
{
    /// <summary>A wave and a promotion in every seventh period, in weeks.</summary>
    public static CovariatePaths Paths(int periods = 120, PathContinuation continuation = PathContinuation.None) => new(
        TimeUnit.Week,
        1,
        ["wave", "promo"],
        [Enumerable.Range(0, periods).SelectMany(k => new[] { Math.Sin(k / 3.0), k % 7 == 3 ? 1 : 0 }).ToArray()],
        continuation);

    public static ParetoNbdDynamicModel Model(double r = 0.8, double alpha = 8, double s = 0.7, double beta = 12, double wave = 0.5, double promo = 0.6, double leavingWave = 0.4, double leavingPromo = -0.5) => new(
        r, alpha, s, beta, [new("wave", wave), new("promo", promo)], [new("wave", leavingWave), new("promo", leavingPromo)], TimeUnit.Week);

    /// <summary>Customers drawn from a model, acquired evenly in the first 26 periods, and observed to <paramref name="end"/>.</summary>
    public static CovariateHistories Drawn(ParetoNbdDynamicModel model, CovariatePaths paths, int customers, double end, Random random)
    {
        ParetoNbdDynamicScorer scorer = model.Over(paths);
        double[] start = Enumerable.Range(0, customers).Select(_ => 26 * random.NextDouble()).ToArray();
        int[] path = Enumerable.Range(0, customers).Select(i => i % paths.Count).ToArray();
        return CovariateHistories.FromTimes(
            paths,
            start,
            start.Select(time => end - time).ToArray(),
            start.Select((time, i) => scorer.SimulatePurchaseTimes(random, CovariateHistory.New(paths, time, path[i]), end - time)).ToArray(),
            path);
    }

    /// <summary>One history whose covariate sums are 0, as if all purchases fell into periods of 0.</summary>
    public static CovariateHistories One(CovariatePaths paths, int x, double recency, double age, double start) =>
        new(new SummaryColumns(paths.Unit, [x], [recency], [age]), paths, [start], new double[paths.Names.Count]);
}
