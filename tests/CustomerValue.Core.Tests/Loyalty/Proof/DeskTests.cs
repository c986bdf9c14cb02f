using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Loyalty.Scenarios;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>What commands do at their edges: who learns of them when, what merged and parted members keep, what counts towards a tier, and what is refused.</summary>
public sealed class DeskTests
{
    private static readonly Func<LoyaltyProgram, LoyaltyProgram> Plain = program => program with { Tiers = null, Rules = [program.Rules[0] with { Then = [Club.BaseEarn with { Qualifying = false }] }, program.Rules[2]] };

    [Fact]
    public void An_event_needs_a_key_and_a_member()
    {
        Club club = new();
        PointsEarned nobody = new() { Key = " ", Member = default, OccurredAt = Club.At("2026-01-01"), Points = 5 };
        foreach (Action taken in new Action[] { () => club.Ledger.Handle(nobody), () => club.Ledger.Quote(nobody) })
        {
            string problems = Assert.Throws<DataRejectedException>(taken).Message;
            Assert.Contains("key", problems);
            Assert.Contains("member", problems);
        }

        Assert.Throws<DataRejectedException>(() => club.Ledger.Handle(nobody with { Key = "k" }));
        Assert.DoesNotContain("is missing", Assert.Throws<DataRejectedException>(() => club.Ledger.Handle(nobody with { Member = new("m") })).Message);
        Assert.Equal(0, club.Ledger.EntryCount);
        Assert.Throws<ArgumentNullException>(() => club.Ledger.Handle((LoyaltyEvent)null!));
        Assert.Throws<ArgumentNullException>(() => club.Ledger.Handle((IReadOnlyList<LoyaltyEvent>)null!));
        Assert.Throws<ArgumentNullException>(() => club.Ledger.Quote(null!));
        Assert.Throws<ArgumentNullException>(() => club.Ledger.Commit(null!));
        Assert.Throws<ArgumentNullException>(() => LoyaltyLedger.Open(new ProgramVersions(club.Program), null!));
        foreach (Action asked in new Action[] { () => club.Balance("2026-01-01", wallet: "X"), () => club.Ledger.Totals(default, "X"), () => club.Ledger.Lots(default, "X") })
            Assert.Contains("PTS", Assert.Throws<ArgumentException>(asked).Message);
    }

    [Fact]
    public void A_wallet_that_is_not_named_is_asked_for_and_one_that_is_not_there_is_named()
    {
        Club club = new(program => Plain(program) with { Wallets = [program.Wallets[0], program.Wallets[0] with { Id = "B" }], Rules = [] });
        Rejection unnamed = club.Earn("2026-01-01", 5).Rejection!;
        Rejection unknown = club.Ledger.Handle(new PointsEarned { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Wallet = "X", Points = 5 }).Rejection!;
        Assert.Equal((LedgerError.UnknownWallet, LedgerError.UnknownWallet), (unnamed.Error, unknown.Error));
        Assert.Contains("several wallets", unnamed.Message.English);
        Assert.Contains("多个钱包", unnamed.Message.Chinese);
        Assert.Contains("'X'", unknown.Message.English);
        Assert.Contains("“X”", unknown.Message.Chinese);
    }

    [Fact]
    public void A_person_is_updated_and_forgotten_by_entries()
    {
        Club club = new(program => Plain(program) with { Rules = [new() { Id = "day", On = EventTypes.OrderPaid, When = new BirthdayCondition(), Then = [new EarnEffect { Points = 7 }] }] });
        Assert.DoesNotContain(club.Order("2026-03-01", "a", 10).Entries, entry => entry.Kind == EntryKind.Earn);
        LedgerAnswer updated = club.Ledger.Handle(new MemberUpdated { Key = "u", Member = new("m"), OccurredAt = Club.At("2026-03-01 13:00"), Profile = new() { Birthday = new(1990, 3, 1) } });
        Assert.Equal([EntryKind.Update], updated.Entries.Select(entry => entry.Kind));
        Assert.Equal(7, club.Order("2026-03-01 14:00", "b", 10).Entries[^1].Postings[1].Units);
        LedgerAnswer erased = club.Ledger.Handle(new MemberErased { Key = "e", Member = new("m"), OccurredAt = Club.At("2026-03-02") });
        Assert.Equal([EntryKind.Erase], erased.Entries.Select(entry => entry.Kind));
        Assert.Empty(club.Ledger.Members);
    }

    [Fact]
    public void Two_who_were_not_known_before_are_made_together_or_not_at_all()
    {
        Club club = new(program => Plain(program) with { Rules = [new() { Id = "refer", On = EventTypes.ReferralQualified, Then = [new EarnEffect { Points = 5 }, new EarnEffect { Points = 6, To = AwardTo.Referrer }] }] });
        Assert.True(club.Ledger.Handle(new ReferralQualified { Key = "r", Member = new("a"), Referrer = new("b"), OccurredAt = Club.At("2026-01-01") }).IsAccepted);
        Assert.Equal((5, 6), (club.Balance("2026-01-01", "a").Available, club.Balance("2026-01-01", "b").Available));
        Assert.Equal(["a", "b"], club.Ledger.Members.Select(member => member.Value).OrderBy(member => member, StringComparer.Ordinal));

        // His order is written and what it earns passes 64 bits: neither is there.
        Club large = new(program => Plain(program) with { Rules = [new() { Id = "much", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 9_000_000_000m, Per = Club.Yuan(1) }] }] });
        Assert.Equal(LedgerError.PointsOverflow, large.Order("2026-01-01", "o", 5_000_000_000m, "new").Rejection!.Error);
        Assert.Empty(large.Ledger.Members);
        Assert.True(large.Order("2026-01-01", "p", 1, "new").IsAccepted);
        Assert.Null(large.Ledger.Verify());
    }

    [Fact]
    public void A_quote_leaves_nothing_and_a_refusal_of_another_kind_is_stale()
    {
        (Club quoted, Club plain) = (new(), new());
        foreach (Club club in new[] { quoted, plain })
            club.Earn("2026-01-01", 100, key: "e");
        PointsRedeemed redeem = new() { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = 5, Source = "s" };
        quoted.Ledger.Quote(redeem);
        Assert.Equal(plain.Ledger.Handle(redeem).Entries[0].Place, quoted.Ledger.Handle(redeem).Entries[0].Place);

        LedgerQuote refused = quoted.Ledger.Quote(new HoldVoided { Key = "v", Member = new("m"), OccurredAt = Club.At("2026-01-03 12:05"), Hold = "h" });
        Assert.Equal(LedgerError.UnknownHold, refused.Answer.Rejection!.Error);
        quoted.Hold("2026-01-03 12:00", 10, "h");
        quoted.Capture("2026-01-03 12:01", "h");
        Assert.Equal(LedgerError.QuoteStale, quoted.Ledger.Commit(refused).Rejection!.Error);
    }

    [Fact]
    public void Two_members_learn_of_a_transfer_at_one_instant_and_it_pays_what_is_owed()
    {
        Club club = new(Plain);
        club.Earn("2026-01-01", 100);
        club.Order("2026-01-01", "o", 30, "other");
        club.Redeem("2026-01-02", 30, member: "other");
        club.Refund("2026-01-05 12:00", "o", 1, "other");
        LedgerAnswer sent = club.Ledger.Handle(new PointsTransferred { Key = "t", Member = new("m"), To = new("other"), OccurredAt = Club.At("2026-01-05 11:00"), Points = 50 });
        Assert.All(sent.Entries, entry => Assert.Equal(Club.At("2026-01-05 12:00") + Duration.FromTicks(1), entry.RecordedAt));
        Assert.Equal([(1L, EntryKind.Transfer), (2L, EntryKind.Transfer), (2L, EntryKind.PayDebt)], sent.Entries.Select(entry => (entry.Member, entry.Kind)));
        Assert.Equal(("50 / 0 / 0 / 0", "20 / 0 / 0 / 0"), (club.State("2026-01-06"), club.State("2026-01-06", "other")));
        // A correction counts towards no tier, and what is added by hand comes from no rule.
        JournalEntry added = club.Ledger.Handle(new PointsAdjusted { Key = "a", Member = new("m"), OccurredAt = Club.At("2026-01-07"), Points = 5, Reason = "x" }).Entries[0];
        Assert.Equal((false, null, null, 0m), (added.Origin!.Qualifying, added.Origin.Rule, added.Origin.Source, added.Qualifying));
    }

    [Fact]
    public void A_late_redemption_is_marked_as_such()
    {
        Club club = new(Plain);
        club.Earn("2026-01-10", 100);
        JournalEntry late = club.Redeem("2026-01-05", 10, recorded: "2026-01-11").Entries[0];
        Assert.Equal((true, Club.At("2026-01-11")), (late.IsOutOfOrder, late.EffectiveAt));
        Assert.False(club.Redeem("2026-01-12", 10, "other").Entries[0].IsOutOfOrder);
    }

    [Theory]
    [InlineData(ClawbackShortfall.Debt)]
    [InlineData(ClawbackShortfall.AllowNegative)]
    public void Merged_members_share_what_is_pending_and_what_is_owed_and_part_with_their_own(ClawbackShortfall policy)
    {
        Club club = new(program => Plain(program) with { Policies = new() { ShortfallOnClawback = policy } });
        club.Earn("2026-01-01", 5, Club.Through("2027-06-30"));
        club.Order("2026-01-01", "o", 30, "other");
        club.Redeem("2026-01-02", 30, member: "other");
        club.Earn("2026-01-02", 12, pending: Period.FromDays(20), member: "other");
        club.Earn("2026-01-02", 7, pending: Period.FromDays(10), member: "m");
        club.Refund("2026-01-03", "o", 1, "other");
        LedgerAnswer merged = club.Ledger.Handle(new MemberMerged { Key = "merge", Member = new("m"), Other = new("other"), OccurredAt = Club.At("2026-01-04") });
        Assert.True(merged.IsAccepted);
        Assert.All(merged.Entries.SelectMany(entry => entry.Postings), posting => Assert.NotEqual(0, posting.Units));
        Assert.Equal((policy == ClawbackShortfall.Debt ? 0 : -25, 19L, policy == ClawbackShortfall.Debt ? 25 : 0), Standing(club, "2026-01-04", "m"));
        // What is owed is paid as the points come.
        Assert.Equal((policy == ClawbackShortfall.Debt ? 0 : -18, 12L, policy == ClawbackShortfall.Debt ? 18 : 0), Standing(club, "2026-01-12", "m"));
        Assert.Null(club.Ledger.Verify());

        // The five paid a part of it; those who parted would not be what they were.
        Assert.Equal(LedgerError.PointsMovedSinceMerge, Quick(policy, paid: true).Rejection!.Error);
        Assert.True(Quick(policy, paid: false).IsAccepted);
    }

    [Fact]
    public void Time_goes_on_between_a_merge_and_the_parting()
    {
        Club club = new(Plain);
        club.Earn("2026-01-01", 5);
        club.Earn("2026-01-01", 10, Club.Through("2026-01-10"), "other");
        club.Earn("2026-01-01", 20, pending: Period.FromDays(10), member: "other");
        club.Earn("2026-01-01", 40, pending: Period.FromDays(30), member: "other");
        Merge(club, "2026-01-05");
        Assert.Equal("15 / 60 / 0 / 0", club.State("2026-01-05"));
        // By now ten have expired and twenty are available; a job may have written it down.
        foreach (bool job in new[] { false, true })
        {
            if (job)
                club.Ledger.Materialize(Club.At("2026-01-14"));
            string part = "part" + job;
            LedgerAnswer parted = club.Ledger.Handle(new MemberUnmerged { Key = part, Member = new("m"), Other = new("other"), OccurredAt = Club.At(job ? "2026-01-15" : "2026-01-12") });
            Assert.True(parted.IsAccepted, parted.Rejection?.ToString());
            Assert.All(parted.Entries.SelectMany(entry => entry.Postings), posting => Assert.NotEqual(0, posting.Units));
            string time = job ? "2026-01-15" : "2026-01-12";
            Assert.Equal(("5 / 0 / 0 / 0", "20 / 40 / 0 / 0"), (club.State(time), club.State(time, "other")));
            Assert.Equal((0, 10), (club.Balance(time).Expired, club.Balance(time, "other").Expired));
            if (!job)
                Assert.True(club.Ledger.Handle(new MemberMerged { Key = "again", Member = new("m"), Other = new("other"), OccurredAt = Club.At("2026-01-13") }).IsAccepted);
        }
    }

    [Fact]
    public void A_member_with_an_open_hold_is_not_merged_and_one_whose_holds_ended_is()
    {
        Club club = new(Plain);
        club.Earn("2026-01-01", 50);
        club.Earn("2026-01-01", 50, member: "other");
        club.Hold("2026-01-02 12:00", 10, "h");
        Assert.Equal(LedgerError.OpenHolds, Try("2026-01-02 12:14").Rejection!.Error);
        club.Capture("2026-01-02 12:14", "h");
        Assert.True(Try("2026-01-02 12:14").IsAccepted);

        Club ended = new(Plain);
        ended.Earn("2026-01-01", 50);
        ended.Earn("2026-01-01", 50, member: "other");
        ended.Hold("2026-01-02 12:00", 10, "h");
        Assert.True(ended.Ledger.Handle(new MemberMerged { Key = "m", Member = new("m"), Other = new("other"), OccurredAt = Club.At("2026-01-02 12:15") }).IsAccepted);
        Assert.Equal("100 / 0 / 0 / 0", ended.State("2026-01-02 12:15"));

        LedgerAnswer Try(string time) => club.Ledger.Handle(new MemberMerged { Key = club.Key(), Member = new("m"), Other = new("other"), OccurredAt = Club.At(time) });
    }

    [Fact]
    public void The_last_order_before_a_late_one_is_the_last_one_before_it()
    {
        Club club = new(program => Plain(program) with { Rules = [new() { Id = "back", On = EventTypes.OrderPaid, When = new SinceLastPurchaseCondition { AtLeastDays = 10 }, Then = [new EarnEffect { Points = 9 }] }, program.Rules[2]] });
        Assert.Equal(0, Earned("2026-01-01", "a"));
        Assert.Equal(9, Earned("2026-01-11", "b"));
        Assert.Equal(0, Earned("2026-01-20", "c"));
        // Ten days after a, whatever came between a and now; at the instant of b, b is not before it.
        Assert.Equal(9, Earned("2026-01-11", "d", "2026-01-21"));
        Assert.Equal(0, Earned("2026-01-12", "e", "2026-01-22"));
        Assert.Equal(0, Earned("2025-12-01", "f", "2026-01-23"));
        foreach (string refunded in new[] { "b", "d", "e" })
            club.Refund("2026-01-24", refunded, 1);
        Assert.Equal(9, Earned("2026-01-15", "g", "2026-01-25"));
        // Those refunded are gone: c on the 20th is the last, and g before it.
        Assert.Equal(0, Earned("2026-01-29", "h"));
        Assert.Equal(9, Earned("2026-02-08", "i"));

        long Earned(string time, string id, string? recorded = null) => club.Order(time, id, 10, recorded: recorded).Entries.Where(entry => entry.Kind == EntryKind.Earn).Sum(entry => entry.Postings[1].Units);
    }

    [Fact]
    public void Points_with_decimals_count_as_points()
    {
        foreach (TierBasis basis in new[] { TierBasis.QualifyingPoints, TierBasis.SpendableBalance })
        {
            Club club = new(program => program with
            {
                Wallets = [program.Wallets[0] with { Scale = 2 }],
                Tiers = program.Tiers! with { Basis = basis, Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 20 }, new() { Id = "gold", From = 5000 }] },
                Policies = new() { ShortfallOnClawback = ClawbackShortfall.AllowNegative, NegativeLimit = 3 },
            });
            club.Order("2026-01-01", "a", 19.99m);
            Assert.Equal("base", club.Tier("2026-01-02").Level);
            // Rated as base still; from now on more.
            Assert.Equal(1, club.Order("2026-01-02", "b", 0.01m).Entries[^1].Postings[1].Units);
            Assert.Equal("silver", club.Tier("2026-01-03").Level);
            club.Order("2026-01-03", "c", 4);
            Assert.Equal(2500, club.Balance("2026-01-03").Available);
            if (basis == TierBasis.QualifyingPoints)
                Assert.Equal(24m, club.Tier("2026-01-04").Qualifying);
            club.Redeem("2026-01-05", 25);
            club.Refund("2026-01-06", "a", 1);
            Assert.Equal((-300, 1699), (club.Balance("2026-01-06").Available, club.Balance("2026-01-06").WrittenOff));
        }
    }

    [Theory]
    [InlineData(TierBasis.Spend, 1000, 400, 0)]
    [InlineData(TierBasis.Visits, 1, 1, 0)]
    public void A_refund_takes_from_the_year_of_its_order(TierBasis basis, int bought, int left, int none)
    {
        Club club = new(program => program with { Tiers = program.Tiers! with { Basis = basis } });
        club.Order("2025-12-30", "o", [Club.Line("1", 600), Club.Line("2", 400), Club.Line("3", 50) with { Eligible = false }]);
        Assert.Equal(bought, Counted("2025-12-30 13:00"));
        club.RefundAmount("2026-01-05", "o", 600);
        Assert.Equal(left, Counted("2026-01-05 13:00"));
        club.Refund("2026-01-06", "o", 1);
        Assert.True(club.Ledger.Handle(new OrderRefunded { Key = "rest", Member = new("m"), OccurredAt = Club.At("2026-01-07"), OrderId = "o" }).IsAccepted);
        Assert.Equal(none, Counted("2026-01-07 13:00"));

        decimal Counted(string known) => club.Ledger.Journal(new("m")).Where(entry => entry.RecordedAt <= Club.At(known)).Sum(entry => (entry.QualifiesAt == Club.At("2025-12-30") ? 1 : 1000) * entry.Qualifying);
    }

    [Fact]
    public void A_tier_is_given_at_any_level_for_a_time_to_come()
    {
        Club club = new();
        Assert.True(Assign("base", "2026-01-01", null).IsAccepted);
        Assert.Equal(LedgerError.UnknownTier, Assign("iron", "2026-01-01", null).Rejection!.Error);
        Assert.Equal(LedgerError.InvalidValue, Assign("gold", "2026-01-01", "2026-01-01").Rejection!.Error);
        Assert.True(Assign("gold", "2026-01-01", "2026-01-02").IsAccepted);
        Assert.Equal(LedgerError.InvalidValue, club.Ledger.Handle(new TierAssigned { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Level = "gold", Kind = TierReason.Initial, Reason = "x" }).Rejection!.Error);

        LedgerAnswer Assign(string level, string time, string? until) => club.Ledger.Handle(new TierAssigned { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Level = level, Until = until is null ? null : Club.At(until), Reason = "test" });
    }

    [Fact]
    public void A_tier_given_to_one_is_the_others_while_they_are_one()
    {
        Club club = new();
        club.Earn("2026-01-01", 1);
        club.Earn("2026-01-01", 1, member: "other");
        club.Ledger.Handle(new TierAssigned { Key = "t", Member = new("other"), OccurredAt = Club.At("2026-01-02"), Level = "gold", Reason = "test" });
        Assert.Equal(100, Last(club.Order("2026-01-02", "a", 100)));
        Merge(club, "2026-01-03");
        Assert.Equal("gold", club.Tier("2026-01-03").Level);
        club.Ledger.Handle(new MemberUnmerged { Key = "part", Member = new("m"), Other = new("other"), OccurredAt = Club.At("2026-01-04") });
        Assert.Equal(("base", "gold"), (club.Tier("2026-01-04").Level, club.Tier("2026-01-04", "other").Level));
        Assert.Equal((100, 50), (Last(club.Order("2026-01-05", "b", 100)), Last(club.Order("2026-01-05", "c", 100, "other"))));

        static long Last(LedgerAnswer answer) => answer.Entries.Last(entry => entry.Kind == EntryKind.Earn).Postings[1].Units;
    }

    [Fact]
    public void What_several_wallets_paid_comes_back_to_each()
    {
        Club club = new(program => Plain(program) with { Wallets = [program.Wallets[0], program.Wallets[0] with { Id = "B" }], Rules = [] });
        foreach (string wallet in new[] { "PTS", "B" })
        {
            club.Ledger.Handle(new PointsEarned { Key = "e" + wallet, Member = new("m"), OccurredAt = Club.At("2026-01-01"), Wallet = wallet, Points = 50 });
            club.Ledger.Handle(new PointsRedeemed { Key = "r" + wallet, Member = new("m"), OccurredAt = Club.At("2026-01-02"), Wallet = wallet, Points = wallet == "B" ? 30 : 20, Source = "gift" });
        }

        Assert.Equal(LedgerError.InvalidValue, club.Cancel("2026-01-03", points: 5).Rejection!.Error);
        LedgerAnswer back = club.Cancel("2026-01-03");
        Assert.Equal([20L, 30L], back.Entries.Select(entry => entry.Postings[1].Units));
        Assert.Equal((50, 50), (club.Balance("2026-01-03", wallet: "PTS").Available, club.Balance("2026-01-03", wallet: "B").Available));
        Assert.Equal(LedgerError.AlreadyReversed, club.Cancel("2026-01-04").Rejection!.Error);
        // One is spent on again: it alone comes back.
        club.Ledger.Handle(new PointsRedeemed { Key = "more", Member = new("m"), OccurredAt = Club.At("2026-01-05"), Wallet = "B", Points = 4, Source = "gift" });
        Assert.Equal([4L], club.Cancel("2026-01-06").Entries.Select(entry => entry.Postings[1].Units));
    }

    private static (long Available, long Pending, long Debt) Standing(Club club, string time, string member)
    {
        PointsBalance balance = club.Balance(time, member);
        return (balance.Available, balance.Pending, balance.Debt);
    }

    private static void Merge(Club club, string time) =>
        Assert.True(club.Ledger.Handle(new MemberMerged { Key = "merge", Member = new("m"), Other = new("other"), OccurredAt = Club.At(time) }).IsAccepted);

    /// <summary>One who owes is merged into one who has points, or none, and parted again.</summary>
    private static LedgerAnswer Quick(ClawbackShortfall policy, bool paid)
    {
        Club club = new(program => Plain(program) with { Policies = new() { ShortfallOnClawback = policy } });
        club.Earn("2026-01-01", 5);
        if (!paid)
            club.Redeem("2026-01-02", 5);
        club.Order("2026-01-01", "o", 30, "other");
        club.Redeem("2026-01-02", 30, member: "other");
        club.Refund("2026-01-03", "o", 1, "other");
        Merge(club, "2026-01-04");
        if (paid)
            club.Earn("2026-01-05", 1);
        LedgerAnswer parted = club.Ledger.Handle(new MemberUnmerged { Key = "part", Member = new("m"), Other = new("other"), OccurredAt = Club.At("2026-01-06") });
        if (parted.IsAccepted)
            Assert.Equal(((0L, 0L, 0L), policy == ClawbackShortfall.Debt ? (0L, 0L, 30L) : (-30L, 0L, 0L)), (Standing(club, "2026-01-06", "m"), Standing(club, "2026-01-06", "other")));
        Assert.Null(club.Ledger.Verify());
        return parted;
    }
}
