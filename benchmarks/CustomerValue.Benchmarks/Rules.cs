using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Benchmarks;

/// <summary>Four rules of seven conditions on RFM's columns and a category, the first match deciding; all customers.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Rules
{
    public const int Conditions = 7;

    private static readonly string[] Cities = ["北京", "上海", "广州", "深圳"];

    private CustomerBase customers = null!;
    private int[] segments = [];

    /// <summary>The three columns of RFM, and a city's code or −1.</summary>
    public static (double[] Recency, double[] Frequency, double[] Monetary, int[] City) Draw()
    {
        RfmColumns columns = new(PurchaseLines.Draw(Sizes.Customers, 5 * Sizes.Customers, byDate: false).Summarize());
        Random random = new(13);
        return (columns.RecencyDays, columns.Frequency, columns.Monetary, [.. columns.Frequency.Select(_ => random.Next(5) - 1)]);
    }

    public static CustomerBase Base((double[] Recency, double[] Frequency, double[] Monetary, int[] City) drawn)
    {
        SummaryColumns none = new(TimeUnit.Day, new int[drawn.City.Length], new double[drawn.City.Length], [.. drawn.City.Select(_ => 1.0)], customers: [.. drawn.City.Select((_, row) => new CustomerId($"c{row:D7}"))]);
        return new CustomerBase(PurchaseSummaries.OfColumns(none, new NodaTime.LocalDate(2024, 6, 30))).With(
            new NumberColumn("recency", drawn.Recency), new NumberColumn("frequency", drawn.Frequency), new NumberColumn("monetary", drawn.Monetary),
            new TextColumn("city", [.. drawn.City.Select(code => code < 0 ? null : Cities[code])]));
    }

    public static RuleSegmentation Make()
    {
        static Condition AtLeast(string column, double least) => Condition.Compare(column, Comparison.AtLeast, least);
        static Segment Named(string key) => new() { Key = key, Label = new(key, key) };
        return RuleSegmentation.FirstMatch(
            [
                new(Named("best"), Condition.All(AtLeast("frequency", 5), AtLeast("monetary", 500))),
                new(Named("near"), Condition.All(AtLeast("monetary", 100), Condition.In("city", Cities[0], Cities[1]))),
                new(Named("gone"), Condition.Any(AtLeast("recency", 400), Condition.Missing("city"))),
                new(Named("some"), Condition.Between("frequency", 2, 4)),
            ],
            Named("other"));
    }

    [GlobalSetup]
    public void Setup()
    {
        customers = Base(Draw());
        segments = new int[customers.Count];
    }

    [Benchmark]
    public int[] FourRules()
    {
        Make().Assign(customers, segments);
        return segments;
    }
}
