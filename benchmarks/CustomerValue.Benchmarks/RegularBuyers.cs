using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.Regularity;

namespace CustomerValue.Benchmarks;

/// <summary>MBG/CNBD-2, on customers drawn from it by the instant: each has a history of his own.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class RegularBuyers
{
    private const int K = 2;

    /// <summary>The optimum on CDNOW, rounded. Source: BTYDplus.</summary>
    private static readonly MbgCnbdKModel Model = new(0.58, 2.29, 1.13, 1.58, K, TimeUnit.Week);

    private readonly SummaryColumns columns = Draw();
    private readonly double[] values = new double[Sizes.CdnowCustomers];
    private readonly int[] counts = new int[Sizes.CdnowCustomers];

    [Params(Sizes.CdnowCustomers)]
    public int Customers { get; set; }

    [Benchmark]
    public void ProbabilityAlive() => Model.ProbabilityAlive(columns, values);

    [Benchmark]
    public void Expected() => Model.ExpectedPurchases(columns, Scoring.Horizon, values);

    [Benchmark]
    public void Dert() => Model.DiscountedExpectedPurchases(columns, double.PositiveInfinity, Scoring.DiscountRate, values);

    [Benchmark]
    public void Median() => Model.PurchaseQuantiles(columns, Scoring.Horizon, 0.5, counts);

    [Benchmark]
    public FitResult<PurchaseModel> FitOfK() => new MbgCnbdKEstimator(K).Fit(columns);

    [Benchmark]
    public FitResult<PurchaseModel> FitAndChooseK() => new MbgCnbdKEstimator().Fit(columns);

    [Benchmark]
    public RegularityEstimate? Regularity() => RegularityEstimator.ByLikelihood(columns);

    /// <summary>With the sums of log gaps.</summary>
    internal static SummaryColumns Draw()
    {
        Random random = new(1);
        int[] frequency = new int[Sizes.CdnowCustomers];
        double[] recency = new double[frequency.Length];
        double[] age = new double[frequency.Length];
        double[] logGaps = new double[frequency.Length];
        for (int i = 0; i < frequency.Length; i++)
        {
            age[i] = (189 + random.Next(84)) / 7.0;
            foreach (double time in Model.SimulatePurchaseTimes(random, age[i]))
            {
                logGaps[i] += Math.Log(time - recency[i]);
                recency[i] = time;
                frequency[i]++;
            }
        }

        return new SummaryColumns(TimeUnit.Week, frequency, recency, age, logGaps: logGaps);
    }
}
