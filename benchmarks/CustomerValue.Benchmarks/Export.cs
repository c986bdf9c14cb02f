using System.Runtime.InteropServices;
using System.Text.Json;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Benchmarks;

/// <summary>Writes the benchmarks' data for the peers, and our answers to compare theirs with: columns as raw little-endian numbers, the rest as JSON.</summary>
internal static class Export
{
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Dictionary<string, object> answers = new()
        {
            ["model"] = Parameters(Bases.BgNbd.Parameters),
            ["horizon"] = Scoring.Horizon,
            ["bases"] = Bases.Names.ToArray(),
            ["fits"] = Bases.Names.ToDictionary(name => name, name => Fitted(folder, name)),
        };
        answers["donors"] = FittedDonors(folder);
        ExportFamily.Write(folder, answers);
        Scored(folder, "grid", Bases.Of(Bases.Million));
        Scored(folder, "offgrid", Bases.OffGrid(Bases.Of(Bases.Million)));
        Tables(folder);
        ExportSegments.Write(folder, answers);
        answers["random"] = Summed(folder, "random", byDate: false);
        answers["bydate"] = Summed(folder, "bydate", byDate: true);
        string purchases = Path.Combine(folder, "purchases.csv");
        PurchaseLines lines = PurchaseLines.Draw(Sizes.Customers, Sizes.PurchasesInFile, byDate: false);
        WholeRun.WritePurchases(purchases, lines);
        WholeRun.Run(purchases, Path.Combine(folder, "cards.csv"));
        answers["file"] = new { Lines = lines.Days.Length };
        File.WriteAllText(Path.Combine(folder, "answers.json"), JsonSerializer.Serialize(answers));
    }

    private static Dictionary<string, object> Fitted(string folder, string name)
    {
        SummaryColumns columns = Bases.Of(name);
        Columns(folder, name, columns);
        Dictionary<string, object> fits = [];
        foreach (FitReport report in new[] { new ParetoNbdEstimator().Fit(columns).Report, new BgNbdEstimator().Fit(columns).Report, new MbgNbdEstimator().Fit(columns).Report, new GammaGammaEstimator().Fit(columns).Report })
            fits[report.Model] = Fit(report);
        return fits;
    }

    private static object FittedDonors(string folder)
    {
        (SummaryColumns columns, double[] weights) = DiscreteTime.Patterns(DiscreteTime.Simulate(new(1.204, 0.75, 0.657, 2.783, TimeUnit.Week), 6, DiscreteTime.Donors));
        Columns(folder, "donors", columns);
        Column<double>(folder, "donors", "weight", weights);
        return Fit(new BgBbEstimator().Fit(columns, new FitOptions { Weights = weights }).Report);
    }

    private static void Scored(string folder, string name, SummaryColumns columns)
    {
        double[] values = new double[columns.Count];
        Columns(folder, name, columns);
        Bases.BgNbd.ProbabilityAlive(columns, values);
        Column<double>(folder, name, "alive", values);
        Bases.BgNbd.ExpectedPurchases(columns, Scoring.Horizon, values);
        Column<double>(folder, name, "expected", values);
    }

    private static void Tables(string folder)
    {
        CustomerBase customers = new(PurchaseLines.Draw(Sizes.Customers, 5 * Sizes.Customers, byDate: false).Summarize());
        RfmColumns columns = new(customers.Purchases);
        RfmScores[] scores = new RfmScores[customers.Count];
        RfmSegmentation.Fit(columns.RecencyDays, columns.Frequency, columns.Monetary).Score(columns.RecencyDays, columns.Frequency, columns.Monetary, scores);
        ContributionTable contribution = new ContributionCalculator().Calculate(customers);
        Column<double>(folder, "rfm", "recency", columns.RecencyDays);
        Column<double>(folder, "rfm", "frequency", columns.Frequency);
        Column<double>(folder, "rfm", "monetary", columns.Monetary);
        Column<int>(folder, "rfm", "scores", Array.ConvertAll(scores, score => (100 * score.Recency) + (10 * score.Frequency) + score.Monetary));
        Column<double>(folder, "rfm", "cumulative", contribution.CumulativeShare);
    }

    private static object Summed(string folder, string name, bool byDate)
    {
        PurchaseLines lines = PurchaseLines.Draw(Sizes.Customers, Sizes.PurchasesInMemory, byDate);
        Column<int>(folder, name, "customer", lines.Customers);
        Column<int>(folder, name, "day", lines.Days);
        Column<long>(folder, name, "amount", lines.Amounts);
        SummaryColumns columns = lines.Summarize().Columns;
        return new
        {
            Lines = lines.Days.Length,
            Customers = columns.Count,
            Frequency = columns.Frequency.ToArray().Sum(x => (long)x),
            Recency = columns.Recency.ToArray().Sum(),
            Age = columns.Age.ToArray().Sum(),
            Spend = columns.Spend.ToArray().Sum(),
        };
    }

    internal static void Columns(string folder, string name, SummaryColumns columns)
    {
        Column(folder, name, "frequency", columns.Frequency);
        Column(folder, name, "recency", columns.Recency);
        Column(folder, name, "age", columns.Age);
        Column(folder, name, "spend", columns.Spend);
    }

    internal static void Column<T>(string folder, string name, string column, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using FileStream stream = File.Create(Path.Combine(folder, $"{name}.{column}"));
        stream.Write(MemoryMarshal.AsBytes(values));
    }

    internal static object Fit(FitReport report) => new { report.Converged, report.LogLikelihood, report.DistinctHistories, Parameters = Parameters(report.Parameters) };

    internal static double[] Parameters(IEnumerable<ModelParameter> parameters) => parameters.Select(parameter => parameter.Value).ToArray();
}
