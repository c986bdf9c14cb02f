using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Stores;

/// <summary>What a store gives back after it was closed.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public void A_store_that_was_closed_gives_the_same_balance_journal_and_digest_again()
    {
        using TestStore store = TestStore.Sqlite(waits: true);
        ProgramVersions programs = new(CompiledProgram.Load(Club.Reference));
        LoyaltyLedger memory = new(programs);
        EntryHash digest;
        using (SqlLoyaltyStore first = store.Open())
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(programs, first);
            Assert.True(ledger.Handle(Order).IsAccepted);
            memory.Handle(Order);
            digest = ledger.Digest();
        }

        LoyaltyLedger again = LoyaltyLedger.Open(programs, store.Open());
        Assert.Equal(100, again.Balance(new("m"), Club.At("2026-02-01")).Available);
        Assert.Equal(memory.Digest(), digest);
        Assert.Equal(memory.Digest(), again.Digest());
        Assert.Equal(memory.EntryCount, again.EntryCount);
        Assert.Null(again.Verify());
        LedgerAnswer replayed = again.Handle(Order);
        Assert.True(replayed.IsReplayed);
        Assert.Equal(memory.Journal().Select(entry => entry.Hash), replayed.Entries.Select(entry => entry.Hash));
    }

    private static OrderPaid Order { get; } = new() { Key = "k1", Member = new("m"), OccurredAt = Club.At("2026-01-10"), Order = new() { Id = "o1", Lines = [Club.Line("1", 100)] } };
}
