using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T18: for every refusal that the ledger gives, nothing is written: journals, balances, counters and members are as before, and the answer is the same again.</summary>
public sealed class RefusalTests
{
    /// <summary>Refusals about rewards of the catalogue and their coupons; the ledger that is tested here has none.</summary>
    private static readonly LedgerError[] OfRewards = [LedgerError.UnknownReward, LedgerError.RewardNotOffered, LedgerError.LimitReached, LedgerError.OutOfStock, LedgerError.CouponNotValid];

    private static readonly Instant Noon = Club.At("2026-02-01");

    private static readonly Dictionary<LedgerError, Func<LoyaltyEvent>> Cases = new()
    {
        [LedgerError.IdempotencyConflict] = () => new PointsEarned { Key = "start", Member = new("m"), OccurredAt = Noon, Points = 2 },
        [LedgerError.SourceAlreadyRewarded] = () => new OrderPaid { Key = "x", Member = new("m"), OccurredAt = Noon, Order = new() { Id = "O", Lines = [Club.Line("1", 5)] } },
        [LedgerError.InsufficientPoints] = () => new PointsRedeemed { Key = "x", Member = new("m"), OccurredAt = Noon, Points = 10_000, Source = "s" },
        [LedgerError.InsufficientAtOccurrence] = () => new PointsRedeemed { Key = "x", Member = new("m"), OccurredAt = Club.At("2025-06-01"), RecordedAt = Noon, Points = 10, Source = "s" },
        [LedgerError.InsufficientForClawback] = () => new OrderRefunded { Key = "x", Member = new("m"), OccurredAt = Noon, OrderId = "big" },
        [LedgerError.AlreadyReversed] = () => new RedemptionCancelled { Key = "x", Member = new("m"), OccurredAt = Noon, Source = "cancelled" },
        [LedgerError.AlreadyCaptured] = () => new HoldCaptured { Key = "x", Member = new("m"), OccurredAt = Noon, Hold = "captured" },
        [LedgerError.AlreadyVoided] = () => new HoldCaptured { Key = "x", Member = new("m"), OccurredAt = Club.At("2026-01-05 12:30"), Hold = "voided" },
        [LedgerError.HoldExpired] = () => new HoldCaptured { Key = "x", Member = new("m"), OccurredAt = Noon, Hold = "ended" },
        [LedgerError.HoldExists] = () => new PointsHeld { Key = "x", Member = new("m"), OccurredAt = Noon, Hold = "ended", Points = 1 },
        [LedgerError.ExceedsOriginal] = () => new RedemptionCancelled { Key = "x", Member = new("m"), OccurredAt = Noon, Source = "spent", Points = 31 },
        [LedgerError.SelfReferral] = () => new ReferralQualified { Key = "x", Member = new("m"), OccurredAt = Noon, Referrer = new("m") },
        [LedgerError.Cycle] = () => new ReferralQualified { Key = "x", Member = new("m"), OccurredAt = Noon, Referrer = new("friend") },
        [LedgerError.AlreadyReferred] = () => new ReferralQualified { Key = "x", Member = new("friend"), OccurredAt = Noon, Referrer = new("third") },
        [LedgerError.UnknownOrder] = () => new OrderRefunded { Key = "x", Member = new("m"), OccurredAt = Noon, OrderId = "none" },
        [LedgerError.UnknownLine] = () => new OrderRefunded { Key = "x", Member = new("m"), OccurredAt = Noon, OrderId = "O", Lines = [new("9", Club.Yuan(1))] },
        [LedgerError.UnknownRedemption] = () => new RedemptionCancelled { Key = "x", Member = new("m"), OccurredAt = Noon, Source = "none" },
        [LedgerError.UnknownHold] = () => new HoldVoided { Key = "x", Member = new("m"), OccurredAt = Noon, Hold = "none" },
        [LedgerError.UnknownWallet] = () => new PointsEarned { Key = "x", Member = new("m"), OccurredAt = Noon, Wallet = "none", Points = 1 },
        [LedgerError.UnknownTier] = () => new TierAssigned { Key = "x", Member = new("m"), OccurredAt = Noon, Level = "none", Reason = "test" },
        [LedgerError.UnknownMember] = () => new MemberMerged { Key = "x", Member = new("m"), OccurredAt = Noon, Other = new("none") },
        [LedgerError.ProgramNotInForce] = () => new OrderPaid { Key = "x", Member = new("m"), OccurredAt = Club.At("2020-01-01"), Order = new() { Id = "early", Lines = [Club.Line("1", 5)] } },
        [LedgerError.InvalidValue] = () => new PointsEarned { Key = "x", Member = new("m"), OccurredAt = Noon, Points = 1.5m },
        [LedgerError.CurrencyMismatch] = () => new OrderRefunded { Key = "x", Member = new("m"), OccurredAt = Noon, OrderId = "O", Lines = [new("1", new Money(1, new Currency("USD")))] },
        [LedgerError.PointsOverflow] = () => new PointsEarned { Key = "x", Member = new("m"), OccurredAt = Noon, Points = 1e20m },
        [LedgerError.AlreadyJoined] = () => new MemberJoined { Key = "x", Member = new("m"), OccurredAt = Noon },
        [LedgerError.NotMerged] = () => new MemberUnmerged { Key = "x", Member = new("m"), OccurredAt = Noon, Other = new("friend") },
        [LedgerError.SameMember] = () => new PointsTransferred { Key = "x", Member = new("m"), OccurredAt = Noon, To = new("m"), Points = 1 },
        [LedgerError.PointsMovedSinceMerge] = () => new MemberUnmerged { Key = "x", Member = new("m"), OccurredAt = Noon, Other = new("twin") },
        [LedgerError.OpenHolds] = () => new MemberMerged { Key = "x", Member = new("m"), OccurredAt = Noon, Other = new("holder") },
    };

    public static TheoryData<LedgerError> Errors { get; } = [.. Enum.GetValues<LedgerError>()];

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_refusal_leaves_nothing(LedgerError error)
    {
        if (OfRewards.Contains(error))
            return;
        if (error == LedgerError.QuoteStale)
        {
            Stale();
            return;
        }

        Club club = Shop();
        LoyaltyEvent refused = Cases[error]();
        string before = Snapshot(club);
        LedgerAnswer answer = club.Ledger.Handle(refused);
        Assert.Equal(error, answer.Rejection?.Error);
        Assert.Empty(answer.Entries);
        Assert.NotEqual(answer.Rejection!.Message.English, answer.Rejection.Message.Chinese);
        Assert.Equal(before, Snapshot(club));
        LedgerAnswer again = club.Ledger.Handle(refused);
        Assert.Equal(error, again.Rejection?.Error);
        Assert.Equal(error != LedgerError.IdempotencyConflict, again.IsReplayed);
        Assert.Equal(before, Snapshot(club));
    }

    [Fact]
    public void Sums_that_pass_64_bits_are_refused_whole()
    {
        Club club = new();
        int accepted = 0;
        LedgerAnswer answer;
        do
        {
            answer = club.Earn("2026-01-01", 1_000_000_000_000_000);
            accepted++;
        }
        while (answer.IsAccepted && accepted < 10_000);
        Assert.Equal(LedgerError.PointsOverflow, answer.Rejection?.Error);
        Assert.Equal(9223, accepted - 1);
        Assert.Equal(9_223_000_000_000_000_000, club.Balance("2026-01-02").Available);
        Assert.Null(club.Ledger.Verify());
    }

    private static void Stale()
    {
        Club club = Shop();
        LedgerQuote quote = club.Ledger.Quote(new PointsRedeemed { Key = "x", Member = new("m"), OccurredAt = Noon, Points = 5, Source = "s" });
        club.Earn("2026-01-31", 1);
        string before = Snapshot(club);
        Assert.Equal(LedgerError.QuoteStale, club.Ledger.Commit(quote).Rejection?.Error);
        Assert.Equal(before, Snapshot(club));
        LedgerQuote fresh = club.Ledger.Quote(quote.Event);
        Assert.Equal(before, Snapshot(club));
        Assert.Equal(fresh.Answer.Entries.Select(entry => entry.Id), club.Ledger.Commit(fresh).Entries.Select(entry => entry.Id));
    }

    /// <summary>All that can be asked; a quote of an order tells counters too, since what it would write is hashed.</summary>
    private static string Snapshot(Club club)
    {
        LedgerQuote probe = club.Ledger.Quote(new OrderPaid { Key = "probe", Member = new("m"), OccurredAt = Noon, Order = new() { Id = "probe", Lines = [Club.Line("1", 50)] } });
        List<string> parts = [probe.State, club.Ledger.Verify()?.Message ?? "", club.Ledger.Totals(Noon).ToString()];
        parts.AddRange(club.Ledger.Journal().Select(entry => entry.Id));
        foreach (CustomerId member in club.Ledger.Members)
            parts.Add(club.State("2026-02-01", member.Value) + club.State("2026-01-03", member.Value) + club.Tier("2026-02-01", member.Value));
        return string.Join("\n", parts);
    }

    private static Club Shop()
    {
        Club club = new(program => program with
        {
            Effective = new() { From = new LocalDate(2024, 1, 1) },
            Policies = new() { ShortfallOnClawback = ClawbackShortfall.Reject, Funds = RedemptionFunds.AsOfOccurred },
            Rules =
            [
                .. program.Rules,
                new() { Id = "referral", On = EventTypes.ReferralQualified, When = new NotCondition { Of = new ReferralCycleCondition() }, Then = [new EarnEffect { Points = 3 }] },
                new() { Id = "once", On = EventTypes.OrderPaid, Priority = 30, Limit = new() { Times = 3 }, Budget = new() { Id = "b", Wallet = "PTS", Limit = 20 }, Then = [new EarnEffect { Points = 7 }] },
            ],
        });
        club.Ledger.Handle(new MemberJoined { Key = "join", Member = new("m"), OccurredAt = Club.At("2026-01-01 08:00") });
        club.Earn("2026-01-01 09:00", 100, key: "start");
        club.Order("2026-01-01 10:00", "O", 20);
        club.Earn("2026-01-01", 50, member: "friend");
        club.Earn("2026-01-01", 50, member: "third");
        club.Earn("2026-01-01", 50, member: "twin");
        club.Earn("2026-01-01", 50, member: "holder");
        club.Ledger.Handle(new PointsHeld { Key = "long", Member = new("holder"), OccurredAt = Club.At("2026-01-31"), Hold = "open", Points = 5, Minutes = 10_000 });
        club.Ledger.Handle(new ReferralQualified { Key = "ref", Member = new("friend"), OccurredAt = Club.At("2026-01-02"), Referrer = new("m") });
        club.Ledger.Handle(new MemberMerged { Key = "merge", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Other = new("twin") });
        club.Redeem("2026-01-03", 30, source: "spent");
        club.Redeem("2026-01-03 12:01", 10, source: "cancelled");
        club.Cancel("2026-01-03 12:02", "cancelled");
        club.Hold("2026-01-03 12:03", 5, "captured");
        club.Capture("2026-01-03 12:04", "captured");
        club.Hold("2026-01-04", 5, "ended");
        club.Ledger.Handle(new PointsHeld { Key = "voided", Member = new("m"), OccurredAt = Club.At("2026-01-05"), Hold = "voided", Points = 5, Minutes = 60 });
        club.Void("2026-01-05 12:10", "voided");
        club.Order("2026-01-05 12:20", "big", 1000);
        club.Redeem("2026-01-05 12:21", club.Balance("2026-01-05 12:21").Available - 40, source: "most");
        return club;
    }
}
