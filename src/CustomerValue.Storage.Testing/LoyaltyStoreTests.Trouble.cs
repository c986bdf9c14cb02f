using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

// Whatever goes wrong on the way, what was written is what was answered, once.
public abstract partial class LoyaltyStoreTests
{
    /// <summary>Every command stops at every call of the store, and once after its commit; the same key is sent again; in the end all is as if nothing had happened.</summary>
    [SkippableFact]
    public void A_command_that_stops_at_any_call_leaves_nothing_and_its_retry_is_as_the_first_try()
    {
        int stops = 0;
        Func<ILoyaltyStore> open = Database();
        ILoyaltyStore store = open();
        LoyaltyLedger memory = new(KitClub.Programs);
        foreach (LoyaltyEvent next in KitStory.OfEveryType())
        {
            EntryHash before = memory.Digest();
            LedgerAnswer expected = memory.Handle(next);
            for (int call = 1; ; call++)
            {
                FaultyStore faulty = new(store, call);
                try
                {
                    Ledger(faulty).Handle(next);
                    Assert.False(faulty.HasStopped);
                }
                catch (IOException)
                {
                    if (++stops % 8 == 0)
                        Assert.Equal(before, Ledger(store).Digest());
                    continue;
                }

                break;
            }

            // The commit was there, and nobody heard of it.
            LedgerAnswer answer = Ledger(new FaultyStore(store, 0, afterCommit: true)).Handle(next);
            Same(expected with { IsReplayed = true }, answer);
        }

        Same(memory, Ledger(open()));
        Assert.True(stops > 200, $"{stops} stops");
    }

    [SkippableFact]
    public void A_ledger_whose_commits_are_never_heard_of_goes_on_with_what_is_there()
    {
        ILoyaltyStore store = Database()();
        LoyaltyLedger ill = Ledger(new FaultyStore(store, 0, afterCommit: true));
        LoyaltyLedger memory = new(KitClub.Programs);
        foreach (LoyaltyEvent next in KitStory.OfEveryType())
            Assert.Equal(memory.Handle(next).Entries.Select(entry => entry.Hash), Insist(ill, next).Entries.Select(entry => entry.Hash));
        Same(memory, Ledger(store));
    }

    /// <summary>
    /// Histories over two ledgers of one store, of which one knows less than the other has written, where answers are lost, processes stop, others are quicker, events come late, twice and
    /// out of order, and clocks jump by an hour. Whatever was written is what a ledger in memory makes of the same events in the order in which they came to be written.
    /// </summary>
    [SkippableFact]
    public void Whatever_happens_to_a_store_its_answers_are_those_of_one_to_which_nothing_did() => EachSeed(seed =>
    {
        Func<ILoyaltyStore> open = Database();
        KitStory story = new(seed);
        Random random = new(seed);
        ChaosStore[] stores = [.. Enumerable.Range(0, 2).Select(_ => new ChaosStore(open(), random))];
        LoyaltyLedger[] ledgers = [.. stores.Select(store => Ledger(store))];
        List<LoyaltyEvent> waiting = [];
        for (int step = 0; step < 60 || waiting.Count > 0; step++)
        {
            // Late ones in any order; half of what is new comes later too. In the end nothing goes wrong any more.
            if (step < 60)
                waiting.Add(Shifted(story.Peek(), random));
            int chosen = random.Next(waiting.Count);
            LoyaltyEvent next = waiting[chosen];
            int at = random.Next(2);
            stores[at].Trouble = step < 60 ? 25 : 0;
            stores[at].HasCommitted = false;
            try
            {
                LedgerAnswer answer = ledgers[at].Handle(next);
                Same(story.Memory.Handle(next), answer);
                if (random.Next(10) > 0)
                    waiting.RemoveAt(chosen);
            }
            catch (IOException)
            {
                // Nobody knows whether it was written, but the test does.
                if (stores[at].HasCommitted)
                    story.Memory.Handle(next);
            }
        }

        stores[0].Trouble = stores[1].Trouble = 0;
        foreach (LoyaltyLedger ledger in ledgers)
            Same(story.Memory, ledger);
    });

    /// <summary>Recorded by a clock that is an hour before or behind, now and then.</summary>
    private static LoyaltyEvent Shifted(LoyaltyEvent next, Random random) => random.Next(4) == 0
        ? next with { RecordedAt = (next.RecordedAt ?? next.OccurredAt) + Duration.FromHours(random.Next(2) == 0 ? 1 : -1) }
        : next;
}
