using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Benchmarks;

/// <summary>Customers to fit and to score, in weeks: simulated with the published parameters of CDNOW, or CDNOW itself.</summary>
internal static class Bases
{
    public const string CdnowLike = "cdnow-like", Cdnow = "cdnow", Million = "million", Gompertz = "gompertz";

    private const int LastDay = (39 * 7) - 1;

    /// <summary>Source: Fader, Hardie &amp; Lee (2005), table 2.</summary>
    public static BgNbdModel BgNbd { get; } = new(0.243, 4.414, 0.793, 2.426, TimeUnit.Week);

    /// <summary>The optimum on CDNOW, rounded. Source: BTYDplus.</summary>
    public static MbgNbdModel MbgNbd { get; } = new(0.525, 6.183, 0.891, 1.614, TimeUnit.Week);

    /// <summary>Source: Fader &amp; Hardie (2005), "A Note on Deriving the Pareto/NBD Model".</summary>
    public static ParetoNbdModel ParetoNbd { get; } = new(0.553, 10.578, 0.606, 11.669, TimeUnit.Week);

    /// <summary>The models that score.</summary>
    public static IReadOnlyList<PurchaseModel> Models => [ParetoNbd, BgNbd, MbgNbd];

    /// <summary>Customers who leave sooner the longer they have been customers.</summary>
    public static GgomNbdModel GgomNbd { get; } = new(0.8, 9, 0.06, 0.7, 3, TimeUnit.Week);

    /// <summary>Source: Fader &amp; Hardie (2013).</summary>
    public static GammaGammaModel Spend { get; } = new(6.25, 3.74, 15.44);

    /// <summary>The shared data's summary of CDNOW; null where there is none.</summary>
    private static readonly string? CdnowFile = Environment.GetEnvironmentVariable("CUSTOMERVALUE_SHARED") is { Length: > 0 } shared
        ? Path.Combine(shared, "data/cdnow/cdnow_customers_summary_with_transactions.csv")
        : null;

    /// <summary>CDNOW, or customers like its own where it isn't at hand.</summary>
    public static string Small => File.Exists(CdnowFile) ? Cdnow : CdnowLike;

    public static IEnumerable<string> Names => [Small, Million];

    public static SummaryColumns Of(string name) => name switch
    {
        Cdnow => SummaryReader.Read(TableSource.File(CdnowFile!), TimeUnit.Week).Columns,
        CdnowLike => Simulate(Sizes.CdnowCustomers),
        Gompertz => Simulate(Sizes.CdnowCustomers, GgomNbd),
        _ => Simulate(Sizes.Customers),
    };

    /// <summary>Acquired in the first 12 of 39 weeks, and seen by day.</summary>
    public static SummaryColumns Simulate(int customers) => Simulate(customers, BgNbd);

    private static SummaryColumns Simulate(int customers, PurchaseModel model)
    {
        Random random = new(39);
        int[] frequency = new int[customers];
        double[] recency = new double[customers];
        double[] age = new double[customers];
        double[] spend = new double[customers];
        for (int row = 0; row < customers; row++)
        {
            age[row] = (LastDay - random.Next(12 * 7)) / 7.0;
            int lastDay = 0;
            foreach (double time in model.SimulatePurchaseTimes(random, age[row]))
            {
                int day = (int)(time * 7);
                frequency[row] += day > lastDay ? 1 : 0;
                lastDay = day;
            }

            recency[row] = lastDay / 7.0;
            spend[row] = frequency[row] == 0 ? 0 : Spend.SimulateSpend(random, frequency[row]).Average();
        }

        return new(TimeUnit.Week, frequency, recency, age, spend);
    }

    /// <summary>The same customers seen by the instant, so that hardly two ages are equal.</summary>
    public static SummaryColumns OffGrid(SummaryColumns columns)
    {
        Random random = new(40);
        double[] age = columns.Age.ToArray();
        for (int row = 0; row < age.Length; row++)
            age[row] += random.NextDouble() / 7;
        return new(columns.Unit, columns.Frequency.ToArray(), columns.Recency.ToArray(), age, columns.Spend.ToArray());
    }
}
