using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>Customers drawn from models with a number and a category among their covariates.</summary>
internal static class DrawnCustomers
{
    public static readonly ModelParameter[] Effects = [new("purchase.income", 0.35), new("purchase.gender=F", -0.4), new("life.income", -0.3), new("life.gender=F", 0.5)];

    public static readonly ModelParameter[] OddsEffects = [new("purchase.income", 0.35), new("purchase.gender=F", -0.4), new("a.income", -0.3), new("a.gender=F", 0.5)];

    public static readonly CovariateEncoding Encoding = new([CovariateCode.OfNumbers("income"), CovariateCode.OfLevels("gender", "M", ["F"])]);

    /// <summary>A model of typical parameters for a retailer, in weeks.</summary>
    public static CovariatePurchaseModel Model(string name) => new(name, TimeUnit.Week, Encoding, name switch
    {
        "pareto-nbd" => [new("r", 0.9), new("alpha", 8), new("s", 0.8), new("beta", 14), .. Effects],
        "ggom-nbd" => [new("r", 0.9), new("alpha", 8), new("b", 0.02), new("s", 0.7), new("beta", 0.6), .. Effects],
        _ => [new("r", 0.9), new("alpha", 8), new("a", 0.8), new("b", 2.2), .. OddsEffects],
    });

    /// <summary>Two in five are F; income is about 3 with a standard deviation of 1, to a tenth.</summary>
    public static CovariateTable Covariates(Random random, int customers)
    {
        double[] income = new double[customers];
        string[] gender = new string[customers];
        for (int i = 0; i < customers; i++)
        {
            income[i] = Math.Round(3 + (Math.Sqrt(12) * (random.NextDouble() - 0.5)), 1);
            gender[i] = random.NextDouble() < 0.4 ? "F" : "M";
        }

        return Encoding.Encode([CovariateColumn.OfNumbers("income", income), CovariateColumn.OfLevels("gender", gender)]);
    }

    public static SummaryColumns Columns(CovariatePurchaseModel model, CovariateTable covariates, Random random, double age)
    {
        int n = covariates.Count;
        int[] frequency = new int[n];
        double[] recency = new double[n];
        double[] ages = new double[n];
        for (int i = 0; i < n; i++)
        {
            ages[i] = age * (0.6 + (0.4 * random.NextDouble()));
            IReadOnlyList<double> times = model.For(covariates, i).SimulatePurchaseTimes(random, ages[i]);
            frequency[i] = times.Count;
            recency[i] = times.Count == 0 ? 0 : times[^1];
        }

        return new SummaryColumns(model.Unit, frequency, recency, ages);
    }
}
