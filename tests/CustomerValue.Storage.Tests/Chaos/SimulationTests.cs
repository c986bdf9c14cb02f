using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Proof;
using CustomerValue.Tests.Stores;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>
/// T2: histories over two ledgers of one store, of which one knows less than the other has written, where answers are lost, processes stop, others are quicker, events come late, twice and
/// out of order, and clocks jump by an hour. Whatever was written is what a ledger in memory makes of the same events in the order in which they came to be written.
/// </summary>
public sealed class SimulationTests
{
    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Whatever_happens_to_a_store_its_answers_are_those_of_one_to_which_nothing_did(StoreKind kind)
    {
        int seeds = kind == StoreKind.Sqlite ? 40 : 8;
        for (int seed = 0; seed < (LongTests.Asked ? 50 * seeds : seeds); seed++)
        {
            try
            {
                Run(kind, seed);
            }
            catch (Exception error) when (error is not (OutOfMemoryException or SkipException))
            {
                throw new InvalidOperationException($"seed {seed}: {error.Message}", error);
            }
        }
    }

    private static void Run(StoreKind kind, int seed)
    {
        using TestStore test = TestStore.Of(kind);
        Histories history = new(seed);
        ProgramVersions programs = new(history.Variant.Program);
        Random random = new(seed);
        LoyaltyLedger memory = new(programs);
        ChaosStore[] stores = [.. Enumerable.Range(0, 2).Select(_ => new ChaosStore(test.Open(), random))];
        LoyaltyLedger[] ledgers = [.. stores.Select(store => LoyaltyLedger.Open(programs, store))];
        List<LoyaltyEvent> waiting = [];
        for (int step = 0; step < 60 || waiting.Count > 0; step++)
        {
            // Late ones in any order; half of what is new comes later too. In the end nothing goes wrong any more.
            if (step < 60)
                waiting.Add(Shifted(history.Next(), random));
            int chosen = random.Next(waiting.Count);
            LoyaltyEvent next = waiting[chosen];
            int at = random.Next(2);
            stores[at].Trouble = step < 60 ? 25 : 0;
            stores[at].HasCommitted = false;
            try
            {
                LedgerAnswer answer = ledgers[at].Handle(next);
                Same(memory.Handle(next), answer);
                if (random.Next(10) > 0)
                    waiting.RemoveAt(chosen);
            }
            catch (Exception error) when (error is IOException or StoreException)
            {
                // Nobody knows whether it was written, but the test does.
                if (stores[at].HasCommitted)
                    memory.Handle(next);
            }
        }

        foreach (ChaosStore store in stores)
            store.Trouble = 0;
        foreach (LoyaltyLedger ledger in ledgers)
        {
            Assert.Equal(memory.Digest(), ledger.Digest());
            Assert.Null(ledger.Verify());
        }
    }

    /// <summary>Recorded by a clock that is an hour before or behind, now and then.</summary>
    private static LoyaltyEvent Shifted(LoyaltyEvent next, Random random) => random.Next(4) == 0
        ? next with { RecordedAt = (next.RecordedAt ?? next.OccurredAt) + Duration.FromHours(random.Next(2) == 0 ? 1 : -1) }
        : next;

    private static void Same(LedgerAnswer expected, LedgerAnswer answer)
    {
        Assert.Equal(expected.Rejection?.Error, answer.Rejection?.Error);
        Assert.Equal(expected.IsReplayed, answer.IsReplayed);
        Assert.Equal(expected.Entries.Select(entry => entry.Hash), answer.Entries.Select(entry => entry.Hash));
    }
}
