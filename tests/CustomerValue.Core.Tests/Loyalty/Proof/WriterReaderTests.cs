using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T16: whatever writes points, everything that reads points sees the same of them: balance, lots, liability, totals, journal, spending, reversal, expiry.</summary>
public sealed class WriterReaderTests
{
    private static readonly ExpiryTerms OneYear = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) };

    /// <summary>What writes points: the events, how many points come of them, and whether a refund of order "o" takes them back.</summary>
    public static TheoryData<string, int, bool> Writers => new()
    {
        { "order", 100, true },
        { "pending", 100, true },
        { "event", 40, false },
        { "join", 25, false },
        { "referral", 30, true },
        { "earn", 100, false },
        { "adjust", 100, false },
        { "transfer", 100, false },
        { "merge", 100, true },
        { "cancel", 100, false },
        { "grace", 100, false },
        { "void", 100, false },
        { "cashback", 500, false },
    };

    [Theory]
    [MemberData(nameof(Writers))]
    public void Every_reader_sees_what_every_writer_wrote(string writer, int units, bool reverses)
    {
        (LoyaltyLedger ledger, string wallet) = Written(writer);
        CustomerId member = new("m");
        Instant now = Club.At("2026-03-01");
        PointsBalance balance = ledger.Balance(member, now, wallet);
        Assert.Equal(units, balance.Available);
        Assert.Equal(units, balance.Lots.Sum(lot => lot.Units));
        Assert.Equal(0, ledger.Balance(member, now, wallet, knownAt: Club.At("2025-12-01")).Available);

        // Lots, liability and totals of all members, of whom nobody else has anything.
        Assert.Equal(units, ledger.Lots(now, wallet).Sum(lot => lot.Outstanding));
        LiabilityReport liability = LiabilityReport.Of(ledger, now, wallet, BreakageCurves.Stated(0));
        Assert.Equal(units * 0.01m, liability.Gross.Amount);
        Assert.True(liability.Reconciliation.Holds);
        Assert.Equal(units, ledger.Totals(now, wallet).Available);

        // Each lot that is left says in the journal why it was granted, or from which lot it came.
        foreach (PointsLot lot in balance.Lots)
        {
            JournalEntry made = ledger.Journal(member).First(entry => entry.Wallet == wallet && entry.Lots.Any(each => each.Number == lot.Number) || MergedLot(entry));
            Assert.True(made.Origin is not null || made.Lots.Any(each => each.From > 0) || MergedLot(made));
        }

        Expire(ledger, wallet, units);
        if (reverses)
            Reverse(writer, units);
        Spend(writer, units);
        Assert.Null(ledger.Verify());
    }

    private static bool MergedLot(JournalEntry entry) => entry.Kind == EntryKind.Merge;

    private static void Expire(LoyaltyLedger ledger, string wallet, int units)
    {
        Instant last = ledger.Balance(new("m"), Club.At("2026-03-01"), wallet).Lots.Max(lot => lot.Terms.ExpiresAt!.Value);
        long before = ledger.Balance(new("m"), Club.At("2026-03-01"), wallet).Expired;
        Assert.Equal((units, before), Seen(last - Duration.FromTicks(1)));
        Assert.Equal((0, before + units), Seen(last));
        Assert.Equal(0, ledger.Lots(last, wallet).Sum(lot => lot.Outstanding));
        Assert.Equal(0, LiabilityReport.Of(ledger, last, wallet, BreakageCurves.Stated(0)).Gross.Amount);
        Assert.Equal(0, ledger.Totals(last, wallet).Available);

        (long Left, long Expired) Seen(Instant at) => (ledger.Balance(new("m"), at, wallet).Available, ledger.Balance(new("m"), at, wallet).Expired);
    }

    private static void Reverse(string writer, int units)
    {
        (LoyaltyLedger ledger, string wallet) = Written(writer);
        LedgerAnswer refund = ledger.Handle(new OrderRefunded { Key = "refund", Member = new(writer == "referral" ? "friend" : "m"), OccurredAt = Club.At("2026-03-01"), OrderId = "o", Share = 1 });
        Assert.True(refund.IsAccepted, refund.Rejection?.ToString());
        PointsBalance balance = ledger.Balance(new("m"), Club.At("2026-03-01"), wallet);
        Assert.Equal((0, units), (balance.Available, balance.Reversed));
        Assert.Equal(0, ledger.Lots(Club.At("2026-03-01"), wallet).Sum(lot => lot.Outstanding));
        Assert.True(LiabilityReport.Of(ledger, Club.At("2026-03-01"), wallet, BreakageCurves.Stated(0)).Reconciliation.Holds);
    }

    private static void Spend(string writer, int units)
    {
        (LoyaltyLedger ledger, string wallet) = Written(writer);
        decimal points = wallet == "CASH" ? units / 100m : units;
        Assert.Equal(LedgerError.InsufficientPoints, Redeem(points + 1, "more").Rejection!.Error);
        Assert.True(Redeem(points, "all").IsAccepted);
        Assert.Equal(0, ledger.Balance(new("m"), Club.At("2026-03-02"), wallet).Available);
        Assert.Equal(0, ledger.Lots(Club.At("2026-03-02"), wallet).Sum(lot => lot.Outstanding));

        LedgerAnswer Redeem(decimal asked, string source) => ledger.Handle(new PointsRedeemed { Key = source, Member = new("m"), OccurredAt = Club.At("2026-03-01"), Wallet = wallet, Points = asked, Source = source });
    }

    /// <summary>A ledger in which member m has what one writer wrote, available, and nothing else.</summary>
    private static (LoyaltyLedger Ledger, string Wallet) Written(string writer)
    {
        Club club = new(program => program with
        {
            Tiers = null,
            CustomEvents = ["review"],
            Policies = new() { RedemptionReversal = RestoredExpiry.Grace, RestoredGraceDays = 500 },
            Wallets = [program.Wallets[0] with { LiabilityUnitValue = Club.Yuan(0.01m) }, new() { Id = "CASH", Scale = 2, Currency = new("CNY"), Expiry = OneYear, LiabilityUnitValue = Club.Yuan(1) }],
            Rewards = [new() { Id = "back", Kind = RewardKind.Cashback, Name = new("Back", "返现"), Wallet = "PTS", Price = 100, Value = Club.Yuan(5) }],
            Rules =
            [
                new() { Id = "base", On = EventTypes.OrderPaid, Then = [Club.BaseEarn with { Wallet = "PTS", Pending = writer == "pending" ? Period.FromDays(14) : null }] },
                new() { Id = "review", On = "review", Then = [new EarnEffect { Wallet = "PTS", Points = 40 }] },
                new() { Id = "welcome", On = EventTypes.MemberJoined, Then = [new EarnEffect { Wallet = "PTS", Points = 25 }] },
                new() { Id = "refer", On = EventTypes.ReferralQualified, Then = [new EarnEffect { Wallet = "PTS", Points = 30, To = AwardTo.Referrer }] },
                new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect(), new RestoreRedemptionEffect()] },
            ],
        });
        CustomerId member = new("m");
        CustomerId friend = new("friend");
        Instant first = Club.At("2026-01-01");
        Instant then = Club.At("2026-02-01");
        Order order = new() { Id = "o", Lines = [Club.Line("1", 100)] };
        PointsEarned hundred = new() { Key = "earn", Member = member, OccurredAt = first, Wallet = "PTS", Points = 100 };
        PointsRedeemed spent = new() { Key = "spent", Member = member, OccurredAt = then, Wallet = "PTS", Points = 100, Source = "gift" };
        LoyaltyEvent[] events = writer switch
        {
            "order" or "pending" => [new OrderPaid { Key = "k", Member = member, OccurredAt = first, Order = order }],
            "event" => [new CustomEvent { Key = "k", Member = member, OccurredAt = first, Name = "review" }],
            "join" => [new MemberJoined { Key = "k", Member = member, OccurredAt = first }],
            // The friend spends what his own order earned, so that nobody but m has points.
            "referral" =>
            [
                new OrderPaid { Key = "k", Member = friend, OccurredAt = first, Order = order },
                new ReferralQualified { Key = "r", Member = friend, OccurredAt = first, Referrer = member, OrderId = "o" },
                spent with { Member = friend },
            ],
            "earn" => [hundred],
            "adjust" => [new PointsAdjusted { Key = "k", Member = member, OccurredAt = first, Wallet = "PTS", Points = 100, Reason = "goodwill" }],
            "transfer" => [hundred with { Member = friend }, new PointsTransferred { Key = "k", Member = friend, OccurredAt = then, Wallet = "PTS", Points = 100, To = member }],
            "merge" => [new OrderPaid { Key = "k", Member = friend, OccurredAt = first, Order = order }, new MemberUpdated { Key = "u", Member = member, OccurredAt = first, Profile = new() }, new MemberMerged { Key = "m", Member = member, OccurredAt = then, Other = friend }],
            "cancel" => [hundred with { Expiry = Club.Through("2028-12-31") }, spent, new RedemptionCancelled { Key = "k", Member = member, OccurredAt = then, Source = "gift" }],
            "grace" => [hundred, spent, new RedemptionCancelled { Key = "k", Member = member, OccurredAt = then, Source = "gift" }],
            "void" => [hundred, new PointsHeld { Key = "h", Member = member, OccurredAt = then, Wallet = "PTS", Points = 60, Hold = "h" }, new HoldVoided { Key = "k", Member = member, OccurredAt = then, Hold = "h" }],
            "cashback" => [hundred, new RewardRedeemed { Key = "k", Member = member, OccurredAt = then, Reward = "back" }],
            _ => throw new ArgumentOutOfRangeException(nameof(writer), writer, "No such writer."),
        };
        foreach (LoyaltyEvent happened in events)
        {
            LedgerAnswer answer = club.Ledger.Handle(happened);
            Assert.True(answer.IsAccepted, answer.Rejection?.ToString());
        }

        return (club.Ledger, writer == "cashback" ? "CASH" : "PTS");
    }
}
