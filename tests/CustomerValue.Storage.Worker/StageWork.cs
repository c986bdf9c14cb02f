using CustomerValue.Customers;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Storage;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>Runs of stages that several processes record.</summary>
public static class StageWork
{
    private static readonly LocalDate Day = new(2025, 1, 1);

    /// <summary>A run of 200 customers, another one for each seed.</summary>
    public static StageRun Run(string key, int seed)
    {
        LifecycleReplay replay = new(RetailLifecycle.Create(), new LifecycleClock { Prior = new GapPrior(2, 60) });
        return new StageRun
        {
            Key = key,
            RecordedAt = Instant.FromUtc(2026, 1, 1, 0, 0),
            Histories = StageHistories.Of(Enumerable.Range(0, 200).Select(at => KeyValuePair.Create(new CustomerId("c" + at), replay.Replay(
                [.. Enumerable.Range(0, 1 + ((at + seed) % 5)).Select(order => new LifecycleEvent { Id = "o" + order, Kind = LifecycleDefinition.Purchase, Day = Day.PlusDays(at + (30 * order)) })], new(2025, 12, 31))))),
        };
    }

    /// <summary>Records it and tells what came of it: written, replayed or refused.</summary>
    public static string Record(SqlLoyaltyStore store, string key, int seed)
    {
        try
        {
            return new StageBook((store ?? throw new ArgumentNullException(nameof(store))).Lifecycle, "retail").Append(Run(key, seed)).IsReplayed ? "replayed" : "written";
        }
        catch (ArgumentException)
        {
            return "refused";
        }
    }
}
