using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.Regularity;

namespace CustomerValue.Benchmarks;

/// <summary>MBG/CNBD-k on drawn customers, single and as a fit. The aim is an expectation of at most 20 µs a customer.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class RegularBuyers
{
    private const int Customers = 2_357;
    private const double Weeks = 39;

    private MbgCnbdKModel model = null!;
    private SummaryColumns columns = null!;
    private PurchaseSummary[] histories = [];

    [Params(2, 3)]
    public int K { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        model = new MbgCnbdKModel(0.58, 2.29, 1.13, 1.58, K, TimeUnit.Week);
        Random random = new(1);
        int[] frequency = new int[Customers];
        double[] recency = new double[Customers];
        double[] age = new double[Customers];
        double[] logGaps = new double[Customers];
        for (int i = 0; i < Customers; i++)
        {
            age[i] = (189 + random.Next(84)) / 7.0;
            foreach (double time in model.SimulatePurchaseTimes(random, age[i]))
            {
                logGaps[i] += Math.Log(time - recency[i]);
                recency[i] = time;
                frequency[i]++;
            }
        }

        columns = new SummaryColumns(TimeUnit.Week, frequency, recency, age, logGaps: logGaps);
        histories = [.. Enumerable.Range(0, Customers).Select(row => columns[row])];
    }

    [Benchmark(OperationsPerInvoke = Customers)]
    public double ProbabilityAlive() => histories.Sum(model.ProbabilityAlive);

    [Benchmark(OperationsPerInvoke = Customers)]
    public double Expected() => histories.Sum(customer => model.ExpectedPurchases(customer, Weeks));

    [Benchmark(OperationsPerInvoke = Customers)]
    public double ExpectedTenYears() => histories.Sum(customer => model.ExpectedPurchases(customer, 522));

    [Benchmark(OperationsPerInvoke = Customers)]
    public double Dert() => histories.Sum(customer => model.DiscountedExpectedResidualTransactions(customer, 0.1));

    [Benchmark]
    public FitResult<PurchaseModel> FitOfK() => new MbgCnbdKEstimator(K).Fit(columns);

    [Benchmark]
    public FitResult<PurchaseModel> FitAndChooseK() => new MbgCnbdKEstimator().Fit(columns);

    [Benchmark]
    public RegularityEstimate? Regularity() => RegularityEstimator.ByLikelihood(columns);
}
