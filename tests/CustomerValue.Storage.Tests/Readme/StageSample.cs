using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Storage;
using NodaTime;

namespace CustomerValue.Tests.Readme;

internal static class StageSample
{
    public static void Run(string file)
    {
        // sample
        LifecycleDefinition retail = RetailLifecycle.Create();
        LifecycleReplay replay = new(retail, new LifecycleClock { Prior = new GapPrior(2, 60) });
        LifecycleEvent[] orders =
        [
            new() { Id = "O1", Kind = LifecycleDefinition.Purchase, Day = new(2026, 1, 5) },
            new() { Id = "O2", Kind = LifecycleDefinition.Purchase, Day = new(2026, 1, 25) },
            new() { Id = "O3", Kind = LifecycleDefinition.Purchase, Day = new(2026, 3, 20), RecordedOn = new(2026, 5, 4) },
        ];
        using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(file);
        store.Migrate();
        StageBook book = new(store.Lifecycle, retail.Key);
        foreach (LocalDate month in (LocalDate[])[new(2026, 1, 31), new(2026, 2, 28), new(2026, 4, 30), new(2026, 5, 31)])
        {
            // Of many customers: new LifecycleEvaluator(retail, clock, models).Histories(purchases, month).
            StageHistories histories = StageHistories.Of([new(new("alice"), replay.Replay(orders, month, knownOn: month))]);
            StageReceipt receipt = book.Append(new() { Key = $"retail {month:uuuu-MM}", Histories = histories, RecordedAt = month.PlusDays(1).AtMidnight().InUtc().ToInstant(), Actor = "nightly" });
            Console.WriteLine($"{receipt.Run.Key}: {receipt.Run.Changed} of {receipt.Run.Customers} changed");
        }

        foreach (Instant known in (Instant[])[Instant.FromUtc(2026, 5, 2, 0, 0), Instant.FromUtc(2026, 6, 2, 0, 0)])
        {
            foreach (CustomerStage stage in book.At(new(2026, 4, 30), known))
                Console.WriteLine($"On 30 April, as known on {known:uuuu-MM-dd}, {stage.Customer} was {stage.Stage} since {stage.Since:uuuu-MM-dd}");
        }

        foreach (StoredStage stage in book.Versions(new("alice")))
            Console.WriteLine($"{stage.Run.Key}: {stage.On:uuuu-MM-dd} {stage.Stage}: {stage.Reason}");
        // end of sample
    }
}
