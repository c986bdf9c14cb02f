using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CustomerValue.Customers;

namespace CustomerValue.Benchmarks;

/// <summary>Purchases in memory summed up by customer, those of a day as one; the customers' keys are made too.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MemoryDiagnoser]
public class Summaries
{
    private PurchaseLines lines = null!;

    [Params(false, true)]
    public bool ByDate { get; set; }

    [GlobalSetup]
    public void Setup() => lines = PurchaseLines.Draw(Sizes.Customers, Sizes.PurchasesInMemory, ByDate);

    [Benchmark]
    public PurchaseSummaries Build() => lines.Summarize();
}
