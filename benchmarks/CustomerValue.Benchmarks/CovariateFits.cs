using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Benchmarks;

/// <summary>A number that hardly two customers share and a category, both on both processes: no two histories are equal.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class CovariateFits
{
    private SummaryColumns columns = null!;
    private CovariateTable covariates = null!;

    [Params("pareto-nbd", "bg-nbd", "mbg-nbd", "ggom-nbd")]
    public string Model { get; set; } = "";

    [ParamsSource(nameof(Counts))]
    public int Customers { get; set; }

    public static IEnumerable<int> Counts => [600, 10_000];

    [GlobalSetup]
    public void Setup() => (columns, covariates) = Draw(Customers);

    [Benchmark]
    public FitResult<CovariatePurchaseModel> Fit() => new CovariateEstimator(Model).Fit(columns, covariates);

    internal static (SummaryColumns Columns, CovariateTable Covariates) Draw(int customers)
    {
        Random random = new(41);
        double[] income = Enumerable.Range(0, customers).Select(_ => random.NextDouble() * 3).ToArray();
        string[] gender = income.Select(_ => random.NextDouble() < 0.4 ? "F" : "M").ToArray();
        CovariateTable covariates = CovariateTable.Of(CovariateColumn.OfNumbers("income", income), CovariateColumn.OfLevels("gender", gender, "M"));
        CovariatePurchaseModel truth = new("pareto-nbd", TimeUnit.Week, covariates.Encoding, [new("r", 0.9), new("alpha", 8), new("s", 0.8), new("beta", 14), new("purchase.income", 0.35), new("purchase.gender=F", -0.4), new("life.income", -0.3), new("life.gender=F", 0.5)]);
        int[] frequency = new int[customers];
        double[] recency = new double[customers];
        double[] age = new double[customers];
        for (int row = 0; row < customers; row++)
        {
            age[row] = 60 + (44 * random.NextDouble());
            IReadOnlyList<double> times = truth.For(covariates, row).SimulatePurchaseTimes(random, age[row]);
            frequency[row] = times.Count;
            recency[row] = times.Count == 0 ? 0 : times[^1];
        }

        return (new(TimeUnit.Week, frequency, recency, age), covariates);
    }
}
