using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage.Testing;
using CustomerValue.Tests.Loyalty;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Stores;

/// <summary>A long journal opens from a snapshot and what came after it, and nothing else is different.</summary>
public sealed class SnapshotTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Snapshots_come_each_time_a_journal_is_an_eighth_longer(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        ILoyaltyStore store = test.Open();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        SortedSet<long> sequences = [];
        for (int at = 0; at < 400; at++)
        {
            ledger.Handle(Event(at));
            using ILoyaltySession session = store.Read();
            if (session.Snapshot(1) is { } snapshot)
                sequences.Add(snapshot.Sequence);
        }

        Assert.Equal([256, 288, 324, 364], sequences);
        Assert.Null(ledger.Verify());
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Only_what_came_after_the_snapshot_is_read_until_somebody_asks_for_all(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, test.Open());
        LoyaltyLedger memory = new(Programs);
        for (int at = 0; at < 300; at++)
        {
            ledger.Handle(Event(at));
            memory.Handle(Event(at));
        }

        FaultyStore counting = new(test.Open(), 0);
        LoyaltyLedger opened = LoyaltyLedger.Open(Programs, counting);
        Instant end = Club.At("2027-01-01");
        Assert.Equal(memory.Balance(new("m"), end), opened.Balance(new("m"), end), Same);
        Assert.Equal(memory.Tier(new("m"), end), opened.Tier(new("m"), end));
        Assert.Equal(301 - 288, counting.EntriesRead);

        // In between, by what was known then, by its entries; and on it goes.
        Instant then = Club.At("2026-01-04");
        Assert.Equal(memory.Balance(new("m"), then, knownAt: then), opened.Balance(new("m"), then, knownAt: then), Same);
        Assert.Equal(301 - 288 + 301, counting.EntriesRead);
        Assert.Equal(memory.Journal(new("m")).Select(entry => entry.Hash), opened.Journal(new("m")).Select(entry => entry.Hash));
        LoyaltyEvent refund = new OrderRefunded { Key = "refund", Member = new("m"), OccurredAt = Club.At("2026-03-01"), OrderId = "o3" };
        Assert.Equal(memory.Handle(refund).Entries.Select(entry => entry.Hash), opened.Handle(refund).Entries.Select(entry => entry.Hash));
        Assert.Null(opened.Verify());
    }

    [Fact]
    public void A_snapshot_of_another_version_of_the_programme_is_passed_over()
    {
        using TestStore test = TestStore.Sqlite();
        LoyaltyLedger ledger = Ledgers.OfSnapshots(Programs, test);
        for (int at = 0; at < 5; at++)
            ledger.Handle(Event(at));

        ProgramVersions other = new(CompiledProgram.Load(Club.Reference with { Version = "2" }));
        FaultyStore counting = new(test.Open(), 0);
        LoyaltyLedger opened = LoyaltyLedger.Open(other, counting, snapshots: 1);
        Assert.Equal(ledger.Balance(new("m"), Club.At("2027-01-01")), opened.Balance(new("m"), Club.At("2027-01-01")), Same);
        Assert.Equal(6, counting.EntriesRead);
        Assert.Null(opened.Verify());

        // T21: what is of a version that is not here is counted, not compared.
        LedgerAudit audit = opened.Audit(Instant.MinValue, Instant.MaxValue);
        Assert.Equal((0, 0), (audit.Orders, audit.Awards));
        Assert.Equal((Programs.All[0].Hash, 1L), Assert.Single(audit.Unknown.Select(each => (each.Key, each.Value))));
        Assert.Equal((1, 1), (ledger.Audit(Instant.MinValue, Instant.MaxValue).Orders, ledger.Audit(Instant.MinValue, Instant.MaxValue).Awards));
    }

    [Theory]
    [InlineData("UPDATE {p}snapshot SET content = substr(content, 1, length(content) - 3)", true)]
    [InlineData("UPDATE {p}snapshot SET content = substr(content, 1, length(content) / 2)", true)]
    [InlineData("UPDATE {p}snapshot SET sequence = 3", true)]
    [InlineData("UPDATE {p}snapshot SET content = (SELECT replace(content, x'6D', x'6E') FROM {p}snapshot)", false)]
    [InlineData("UPDATE {p}snapshot SET content = x''", false)]
    [InlineData("DELETE FROM {p}snapshot", false)]
    public void A_damaged_snapshot_is_named_by_the_check(string sql, bool isNamed)
    {
        using TestStore test = TestStore.Sqlite();
        LoyaltyLedger ledger = Ledgers.OfSnapshots(Programs, test);
        for (int at = 0; at < 5; at++)
            ledger.Handle(Event(at));
        Instant end = Club.At("2027-01-01");
        PointsBalance before = ledger.Balance(new("m"), end);
        test.Run(sql);

        LoyaltyLedger opened = LoyaltyLedger.Open(Programs, test.Open(), snapshots: 1);
        LedgerFault? fault = opened.Verify(new CustomerValue.Customers.CustomerId("m"));
        Assert.Equal(isNamed, fault is not null);
        Assert.Equal(fault, opened.Verify());
        if (isNamed)
            Assert.Contains("snapshot", fault!.Message, StringComparison.Ordinal);
        // What can't be read is read from the journal.
        Assert.Equal(before, opened.Balance(new("m"), end), Same);
    }

    [Fact]
    public void A_journal_has_an_entry_before_it_has_a_snapshot() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LoyaltyLedger.Open(Programs, TestStore.Sqlite().Open(), snapshots: 0));

    private static bool Same(PointsBalance one, PointsBalance other) =>
        one with { Lots = [] } == other with { Lots = [] } && one.Lots.SequenceEqual(other.Lots);

    /// <summary>Two earnings, a redemption, …; one entry each, but two for the order that is the fourth.</summary>
    private static LoyaltyEvent Event(int at)
    {
        string key = at.ToString(CultureInfo.InvariantCulture);
        Instant time = Club.At("2026-01-01") + Duration.FromMinutes(at * 30);
        return (at % 3) switch
        {
            0 when at == 3 => new OrderPaid { Key = key, Member = new("m"), OccurredAt = time, Order = new() { Id = "o3", Lines = [new() { Id = "1", Amount = Club.Yuan(20) }] } },
            2 => new PointsRedeemed { Key = key, Member = new("m"), OccurredAt = time, Points = 15, Source = "r" + key },
            _ => new PointsEarned { Key = key, Member = new("m"), OccurredAt = time, Points = 20, Qualifying = true },
        };
    }
}
