using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Stores;

/// <summary>What is told to others: with what it tells of or not at all, at least once, and once only to a reader that acknowledges.</summary>
public sealed class OutboxTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void What_is_earned_and_a_tier_that_is_reached_are_told(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.OpenWithMessages();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        ledger.Handle(Earned("k1", "2026-01-10", 100));
        ledger.Handle(Earned("k2", "2026-01-11", 1950));
        ledger.Handle(Earned("k2", "2026-01-11", 1950));
        ledger.Handle(new PointsRedeemed { Key = "k3", Member = new("m"), OccurredAt = Club.At("2026-01-12"), Points = 50, Source = "o" });
        ledger.Handle(new PointsRedeemed { Key = "k4", Member = new("m"), OccurredAt = Club.At("2026-01-12"), Points = 5000, Source = "p" });

        IReadOnlyList<DeliveredMessage> told = store.Outbox.Read("mail");
        Assert.Equal(
            [
                new() { Kind = MessageKind.PointsEarned, Member = 1, Sequence = 1, At = Club.At("2026-01-10"), Wallet = "PTS", Units = 100, Lot = 1 },
                new() { Kind = MessageKind.PointsEarned, Member = 1, Sequence = 2, At = Club.At("2026-01-11"), Wallet = "PTS", Units = 1950, Lot = 2 },
                new LoyaltyMessage { Kind = MessageKind.TierChanged, Member = 1, Sequence = 2, At = Club.At("2026-01-11"), From = "base", To = "silver" },
            ],
            told.Select(each => each.Message));
        Assert.All(told, each => Assert.Equal("m", each.Member.Value));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Readers_get_again_what_they_have_not_acknowledged_each_for_itself(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.OpenWithMessages();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        LoyaltyOutbox outbox = store.Outbox;
        for (int at = 0; at < 5; at++)
            ledger.Handle(Earned("k" + at, "2026-01-10", 10 + at));

        long[] places = [.. outbox.Read("mail").Select(each => each.Place)];
        Assert.Equal(places, outbox.Read("mail").Select(each => each.Place));
        Assert.Equal(places.Take(2), outbox.Read("mail", 2).Select(each => each.Place));
        Assert.Equal(0, outbox.Clear());

        outbox.Acknowledge("mail", places[2]);
        outbox.Acknowledge("mail", places[0]);
        outbox.Acknowledge("crm", 0);
        Assert.Equal(places.Skip(3), test.OpenWithMessages().Outbox.Read("mail").Select(each => each.Place));
        Assert.Equal(places, outbox.Read("crm").Select(each => each.Place));
        Assert.Equal(0, outbox.Clear());

        outbox.Forget("crm");
        Assert.Equal(3, outbox.Clear());
        Assert.Equal(places.Skip(3), outbox.Read("crm").Select(each => each.Place));
        outbox.Acknowledge("mail", places[4]);
        Assert.Equal(2, outbox.Clear());

        // All are gone; those that come are still after what was acknowledged.
        ledger.Handle(Earned("later", "2026-01-11", 1));
        Assert.True(Assert.Single(outbox.Read("mail")).Place > places[4]);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_lot_that_will_expire_is_told_of_once_whoever_tells(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.OpenWithMessages();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        for (int at = 0; at < 3; at++)
            ledger.Handle(Earned("k" + at, $"2026-0{at + 1}-10", 100, "m" + at));
        ledger.Handle(new PointsRedeemed { Key = "r", Member = new("m1"), OccurredAt = Club.At("2026-05-01"), Points = 30, Source = "o" });
        store.Outbox.Acknowledge("mail", store.Outbox.Read("mail")[^1].Place);

        // The lot of January ends on 10 January 2027, that of February a month later; that of March is not near yet.
        Instant now = Club.At("2027-01-01");
        Assert.Equal(2, ledger.Announce(now, Duration.FromDays(45)));
        Assert.Equal(0, LoyaltyLedger.Open(Programs, test.OpenWithMessages()).Announce(now, Duration.FromDays(45)));
        Assert.Equal([(1L, 100L), (2L, 70L)], store.Outbox.Read("mail").Where(each => each.Message.Kind == MessageKind.PointsExpiring).Select(each => (each.Message.Member, each.Message.Units)));

        Assert.Equal(["m0", "m1"], store.Expiring(now, now + Duration.FromDays(45)).Select(lot => lot.Member.Value));
        Assert.Equal(1, ledger.Announce(now + Duration.FromDays(45), Duration.FromDays(45)));
        Assert.Null(ledger.Verify());
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_tier_that_ends_by_time_alone_is_told_of(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.OpenWithMessages();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        ledger.Handle(Earned("k", "2026-01-10", 2500));
        ledger.Handle(Earned("other", "2026-01-10", 10, "other"));
        TierState reached = ledger.Tier(new("m"), Club.At("2026-01-10"))!;
        Instant end = reached.Until!.Value;

        ledger.Announce(end - Duration.FromDays(1), Duration.Zero);
        Assert.Equal(["silver"], Tiers(store));
        ledger.Announce(end + Duration.FromDays(1), Duration.Zero);
        ledger.Announce(end + Duration.FromDays(2), Duration.Zero);
        Assert.Equal(["silver", reached.Then!], Tiers(store));
        Assert.Equal(ledger.Tier(new("m"), end + Duration.FromDays(1))!.Level, reached.Then);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Writers_at_once_and_a_reader_beside_them_miss_nothing(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.OpenWithMessages();
        List<(string Member, long Sequence)> told = [];
        Task[] writers = [.. Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
            for (int at = 0; at < 40; at++)
                Assert.True(ledger.Handle(Earned($"{writer}-{at}", "2026-01-10", 1, "m" + ((writer + at) % 6))).IsAccepted);
        }))];
        Task all = Task.WhenAll(writers);
        for (bool isLast = false; ; isLast = all.IsCompleted)
        {
            IReadOnlyList<DeliveredMessage> some = store.Outbox.Read("mail", 7);
            told.AddRange(some.Select(each => (each.Member.Value, each.Message.Sequence)));
            if (some.Count > 0)
                store.Outbox.Acknowledge("mail", some[^1].Place);
            else if (isLast)
                break;
        }

        await all;
        Assert.Equal(160, told.Count);
        Assert.Equal(160, told.Distinct().Count());
        foreach (IGrouping<string, (string Member, long Sequence)> member in told.GroupBy(each => each.Member))
            Assert.Equal(member.OrderBy(each => each.Sequence), member);
    }

    [Fact]
    public void What_was_told_of_one_who_was_erased_names_nobody()
    {
        using TestStore test = TestStore.Sqlite();
        SqlLoyaltyStore store = test.OpenWithMessages();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        ledger.Handle(Earned("k", "2026-01-10", 2500));
        ledger.Handle(new MemberErased { Key = "e", Member = new("m"), OccurredAt = Club.At("2026-02-01") });
        ledger.Announce(Club.At("2030-01-01"), Duration.FromDays(30));

        Assert.All(store.Outbox.Read("mail"), each => Assert.Equal(default, each.Member));
        Assert.Equal(["silver"], Tiers(store));
    }

    [Fact]
    public void Without_messages_nothing_is_written_and_who_asks_is_told_why()
    {
        using TestStore test = TestStore.Sqlite();
        SqlLoyaltyStore store = test.Open();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        ledger.Handle(Earned("k", "2026-01-10", 2500));

        Assert.Equal(0L, test.Run("SELECT count(*) FROM {p}message"));
        Assert.Contains("KeepsMessages", Assert.Throws<InvalidOperationException>(() => store.Outbox).Message, StringComparison.Ordinal);
        Assert.Contains("KeepsMessages", Assert.Throws<InvalidOperationException>(() => ledger.Announce(Club.At("2026-01-11"), Duration.Zero)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new LoyaltyLedger(Programs).Announce(Club.At("2026-01-11"), Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => LoyaltyLedger.Open(Programs, test.OpenWithMessages()).Announce(Club.At("2026-01-11"), -Duration.FromDays(1)));
        LoyaltyOutbox outbox = test.OpenWithMessages().Outbox;
        Assert.Throws<ArgumentException>(() => outbox.Read(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => outbox.Read("mail", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => outbox.Acknowledge("mail", -1));
        Assert.Throws<StoreException>(() => outbox.Acknowledge("a\0b", 1));
    }

    [Fact]
    public void Lots_that_expire_and_tiers_that_end_are_found_by_indexes()
    {
        using TestStore test = TestStore.Sqlite();
        SqlText sql = test.Open().Sql;
        Assert.Contains("lot_expiring", test.Plan(sql.Expiring, 5, 9), StringComparison.Ordinal);
        Assert.Contains("lot_expiring", test.Plan(sql.ToAnnounce, 5, 9, 500), StringComparison.Ordinal);
        Assert.Contains("standing_due", test.Plan(sql.Due, 9, 500), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Tiers(SqlLoyaltyStore store) => store.Outbox.Read("tiers").Where(each => each.Message.Kind == MessageKind.TierChanged).Select(each => each.Message.To);

    private static PointsEarned Earned(string key, string day, decimal points, string member = "m") =>
        new() { Key = key, Member = new(member), OccurredAt = Club.At(day), Points = points, Qualifying = true };
}
