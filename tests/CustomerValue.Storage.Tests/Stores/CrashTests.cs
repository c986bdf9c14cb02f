using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Proof;

namespace CustomerValue.Tests.Stores;

/// <summary>T3: every command stops at every call of the store, and once after its commit; the store is opened again, the same key sent again; in the end all is as if nothing had happened.</summary>
public sealed class CrashTests
{
    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_command_that_stops_at_any_call_leaves_nothing_and_its_retry_is_as_the_first_try(StoreKind kind)
    {
        int stops = 0;
        for (int seed = 0; seed < (kind == StoreKind.Sqlite ? 12 : 3); seed++)
        {
            using TestStore test = TestStore.Of(kind);
            using SqlLoyaltyStore store = test.Open();
            Histories history = new(seed);
            ProgramVersions programs = new(history.Variant.Program);
            LoyaltyLedger well = new(programs);
            for (int step = 0; step < 12; step++)
            {
                LoyaltyEvent next = history.Next();
                LedgerAnswer expected = well.Handle(next);
                for (int call = 1; ; call++)
                {
                    FaultyStore faulty = new(store, call);
                    LoyaltyLedger ill = LoyaltyLedger.Open(programs, faulty);
                    try
                    {
                        ill.Handle(next);
                        Assert.False(faulty.HasStopped);
                    }
                    catch (IOException)
                    {
                        stops++;
                        continue;
                    }

                    break;
                }

                // The commit was there, and nobody heard of it.
                LoyaltyLedger again = LoyaltyLedger.Open(programs, new FaultyStore(store, 0, afterCommit: true));
                LedgerAnswer answer = again.Handle(next);
                Assert.Equal(expected.Rejection?.Error, answer.Rejection?.Error);
                Assert.Equal(expected.Entries.Select(entry => entry.Hash), answer.Entries.Select(entry => entry.Hash));
            }

            LoyaltyLedger opened = LoyaltyLedger.Open(programs, store);
            Assert.Equal(well.Digest(), opened.Digest());
            Assert.Null(opened.Verify());
        }

        Assert.True(stops > (kind == StoreKind.Sqlite ? 700 : 150), $"{stops} stops");
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_ledger_whose_commit_was_not_heard_of_goes_on_with_what_is_there(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        using SqlLoyaltyStore store = test.Open();
        Histories history = new(5);
        ProgramVersions programs = new(history.Variant.Program);
        LoyaltyLedger well = new(programs);
        LoyaltyLedger ill = LoyaltyLedger.Open(programs, new FaultyStore(store, 0, afterCommit: true));
        for (int step = 0; step < 40; step++)
        {
            LoyaltyEvent next = history.Next();
            LedgerAnswer expected = well.Handle(next);
            LedgerAnswer? answer = null;
            while (answer is null)
            {
                try
                {
                    answer = ill.Handle(next);
                }
                catch (IOException)
                {
                }
            }

            Assert.Equal(expected.Entries.Select(entry => entry.Hash), answer.Entries.Select(entry => entry.Hash));
        }

        Assert.Equal(well.Digest(), ill.Digest());
    }
}
