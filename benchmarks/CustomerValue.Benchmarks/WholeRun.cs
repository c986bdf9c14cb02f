using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using NodaTime.Text;

namespace CustomerValue.Benchmarks;

/// <summary>From a CSV file of purchases to a CSV file with what every customer is worth.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MemoryDiagnoser]
public class WholeRun
{
    private string folder = "";

    [GlobalSetup]
    public void Setup()
    {
        folder = Directory.CreateTempSubdirectory("customer-value-benchmark-").FullName;
        WritePurchases(Path.Combine(folder, "purchases.csv"), PurchaseLines.Draw(Sizes.Customers, Sizes.PurchasesInFile, byDate: false));
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public void PurchasesToCards() => Run(Path.Combine(folder, "purchases.csv"), Path.Combine(folder, "cards.csv"));

    internal static void Run(string purchasesFile, string cardsFile)
    {
        SummaryColumns columns = PurchaseReader.Read([TableSource.File(purchasesFile)]).Builder.Build(PurchaseLines.Window, TimeUnit.Week).Columns;
        PurchaseModel purchases = new MbgNbdEstimator().Fit(columns).Model;
        SpendModel spend = new GammaGammaEstimator().Fit(columns).Model;
        double[] alive = new double[columns.Count];
        double[] expected = new double[columns.Count];
        double[] worth = new double[columns.Count];
        purchases.ProbabilityAlive(columns, alive);
        purchases.ExpectedPurchases(columns, Scoring.Horizon, expected);
        spend.ExpectedSpend(columns, worth);
        OutputFile.WriteCsv(cardsFile, writer =>
        {
            writer.Header("customer", "p_alive", "expected_purchases", "expected_value");
            for (int row = 0; row < columns.Count; row++)
            {
                writer.Text(columns.Customers[row].Value);
                writer.Number(alive[row]);
                writer.Number(expected[row]);
                writer.Number(expected[row] * worth[row]);
                writer.EndRow();
            }
        });
    }

    internal static void WritePurchases(string file, PurchaseLines lines)
    {
        string[] dates = Enumerable.Range(0, PurchaseLines.DaysSeen).Select(day => LocalDatePattern.Iso.Format(PurchaseLines.FirstDay.PlusDays(day))).ToArray();
        int firstDay = lines.Days.Min();
        OutputFile.WriteCsv(file, writer =>
        {
            writer.Header("customer", "date", "amount");
            for (int line = 0; line < lines.Days.Length; line++)
            {
                writer.Number(lines.Customers[line]);
                writer.Text(dates[lines.Days[line] - firstDay]);
                writer.Number((decimal)lines.Amounts[line] / PurchaseBatch.MinorUnits);
                writer.EndRow();
            }
        });
    }
}
