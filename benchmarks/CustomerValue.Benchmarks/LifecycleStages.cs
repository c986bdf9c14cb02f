using BenchmarkDotNet.Attributes;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
using NodaTime;

namespace CustomerValue.Benchmarks;

/// <summary>The stages of a million customers with six million purchases on a day: from sums, from the purchases, and what the sums cost; a tenth of them at 24 months.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class LifecycleStages
{
    private static readonly LocalDate[] Months = [.. Enumerable.Range(0, 24).Select(month => PurchaseLines.FirstDay.PlusMonths(month).With(DateAdjusters.EndOfMonth))];

    private PurchaseCalendar purchases = null!;
    private PurchaseCalendar tenth = null!;
    private LifecycleEvaluator evaluator = null!;
    private StageSummaries summaries = null!;

    [GlobalSetup]
    public void Setup()
    {
        purchases = PurchaseLines.Draw(Sizes.Customers, 6 * Sizes.Customers, byDate: false).Calendar();
        tenth = PurchaseLines.Draw(Sizes.Customers / 10, 6 * Sizes.Customers / 10, byDate: false).Calendar();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Months[^1], new LifetimeValue.MbgNbd.MbgNbdEstimator());
        evaluator = new LifecycleEvaluator(RetailLifecycle.Create(), setup.Clock, setup.Models);
        summaries = evaluator.Summarize(purchases, Months[^1]);
    }

    [Benchmark(Baseline = true)]
    public StageColumns FromSums() => evaluator.At(summaries, Months[^1]);

    [Benchmark]
    public StageTimeline FromPurchases() => evaluator.Over(purchases, [Months[^1]]);

    [Benchmark]
    public StageColumns FromPurchasesSinceWhen() => evaluator.At(purchases, Months[^1]);

    [Benchmark]
    public StageSummaries Summing() => evaluator.Summarize(purchases, Months[^1]);

    [Benchmark]
    public StageTimeline TenthAtTwentyFourMonths() => evaluator.Over(tenth, Months);
}
