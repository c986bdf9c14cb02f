using BenchmarkDotNet.Attributes;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Benchmarks;

/// <summary>What is said of a whole base at once: RFM scores and segments, and contributions.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class CustomerTables
{
    private CustomerBase customers = null!;
    private RfmColumns rfm = null!;
    private RfmScores[] scores = [];
    private int[] segments = [];
    private RfmSegmentation stored = null!;

    [GlobalSetup]
    public void Setup()
    {
        customers = new(PurchaseLines.Draw(Sizes.Customers, 5 * Sizes.Customers, byDate: false).Summarize());
        rfm = new(customers.Purchases);
        scores = new RfmScores[customers.Count];
        segments = new int[customers.Count];
        stored = RfmSegmentation.Fit(rfm.RecencyDays, rfm.Frequency, rfm.Monetary);
    }

    [Benchmark]
    public RfmSegmentation Rfm()
    {
        RfmSegmentation fitted = RfmSegmentation.Fit(rfm.RecencyDays, rfm.Frequency, rfm.Monetary);
        fitted.Score(rfm.RecencyDays, rfm.Frequency, rfm.Monetary, scores);
        fitted.Assign(rfm.RecencyDays, rfm.Frequency, rfm.Monetary, segments);
        return fitted;
    }

    /// <summary>Segments by thresholds that were stored.</summary>
    [Benchmark]
    public int[] RfmStored()
    {
        stored.Assign(rfm.RecencyDays, rfm.Frequency, rfm.Monetary, segments);
        return segments;
    }

    [Benchmark]
    public ContributionTable Contribution() => new ContributionCalculator().Calculate(customers);
}
