using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Refunds at their edges: lines of nothing, orders of nothing, what was paid with points, and first orders.</summary>
public sealed class RefundEdgeTests
{
    [Fact]
    public void A_line_that_cost_nothing_goes_back_whole_and_takes_nothing_with_it()
    {
        Club club = new(Plain);
        club.Order("2026-01-01", "o", [Club.Line("1", 40), Club.Line("free", 0)]);
        Assert.True(Refund(club, "2026-01-02", "o", [new("free", Club.Yuan(0))]).IsAccepted);
        Assert.Equal("40 / 0 / 0 / 0", club.State("2026-01-03"));
        // A refund of nothing for a line that cost something leaves it as it is.
        Assert.True(Refund(club, "2026-01-03", "o", [new("1", Club.Yuan(0))]).IsAccepted);
        Assert.Equal("40 / 0 / 0 / 0", club.State("2026-01-03 12:01"));
        Assert.True(Refund(club, "2026-01-04", "o", [new("1", Club.Yuan(10))]).IsAccepted);
        Assert.Equal("30 / 0 / 0 / 0", club.State("2026-01-05"));
        Assert.Equal(LedgerError.InvalidValue, Refund(club, "2026-01-05", "o", [new("1", Club.Yuan(-1))]).Rejection!.Error);
        Assert.Equal(LedgerError.ExceedsOriginal, Refund(club, "2026-01-05", "o", [new("1", Club.Yuan(30.01m))]).Rejection!.Error);
    }

    [Fact]
    public void An_order_that_points_paid_in_whole_gives_them_back_line_by_line()
    {
        Club club = new(Plain);
        club.Earn("2026-01-01", 100);
        club.Order("2026-01-02", "gift", [Club.Line("1", 0), Club.Line("2", 0), Club.Line("3", 0), Club.Line("4", 0)]);
        club.Redeem("2026-01-02 12:01", 80, "gift");
        Assert.True(Refund(club, "2026-01-03", "gift", [new("1", Club.Yuan(0))]).IsAccepted);
        Assert.Equal("40 / 0 / 0 / 0", club.State("2026-01-03"));
        Assert.True(Refund(club, "2026-01-04", "gift", [new("2", Club.Yuan(0)), new("3", Club.Yuan(0))]).IsAccepted);
        Assert.Equal("80 / 0 / 0 / 0", club.State("2026-01-04"));
        Assert.True(Refund(club, "2026-01-05", "gift", []).IsAccepted);
        Assert.Equal("100 / 0 / 0 / 0", club.State("2026-01-05"));
    }

    [Fact]
    public void What_paid_comes_back_by_what_the_refunded_lines_cost()
    {
        Club club = new(Plain);
        club.Earn("2026-01-01", 100);
        club.Order("2026-01-02", "o", [Club.Line("1", 30), Club.Line("2", 10)]);
        club.Redeem("2026-01-02 12:01", 80, "o");
        Assert.Equal("60 / 0 / 0 / 0", club.State("2026-01-02 12:02"));
        LedgerAnswer first = Refund(club, "2026-01-03", "o", [new("1", Club.Yuan(15))]);
        // 15 of 40: 15 points earned go, 30 of the 80 spent come back.
        Assert.Equal("75 / 0 / 0 / 0", club.State("2026-01-03"));
        Assert.Equal([EntryKind.Refund, EntryKind.Reverse, EntryKind.Restore], first.Entries.Select(entry => entry.Kind));
        // So small a share that no point of the 80 comes back by it.
        LedgerAnswer little = Refund(club, "2026-01-04", "o", [new("2", Club.Yuan(0.01m))]);
        Assert.DoesNotContain(little.Entries, entry => entry.Kind == EntryKind.Restore);
        Assert.True(Refund(club, "2026-01-05", "o", []).IsAccepted);
        Assert.Equal("100 / 0 / 0 / 0", club.State("2026-01-05"));
    }

    [Theory]
    [InlineData(OnceReversal.ReArm, 5)]
    [InlineData(OnceReversal.Consumed, 0)]
    public void What_is_given_once_can_be_had_again_after_a_whole_refund_where_the_programme_says_so(OnceReversal policy, int again)
    {
        Club club = new(program => program with
        {
            Tiers = null,
            Policies = new() { OnceReversal = policy },
            Rules =
            [
                new() { Id = "once", On = EventTypes.OrderPaid, Limit = new() { Times = 1 }, Cap = new() { Id = "c", Wallet = "PTS", Limit = 7 }, Then = [new EarnEffect { Points = 1, Per = Club.Yuan(2) }] },
                new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect()] },
            ],
        });
        club.Order("2026-01-01", "a", 10);
        Assert.Equal("5 / 0 / 0 / 0", club.State("2026-01-01"));
        club.Refund("2026-01-02", "a", 0.5m);
        club.Order("2026-01-03", "b", 10);
        Assert.Equal("2 / 0 / 0 / 0", club.State("2026-01-03"));
        club.Refund("2026-01-04", "a", 0.5m);
        Assert.Equal("0 / 0 / 0 / 0", club.State("2026-01-04"));
        club.Order("2026-01-05", "c", 10);
        Assert.Equal(again, club.Balance("2026-01-05").Available);
    }

    [Fact]
    public void The_first_order_of_one_who_is_referred_is_the_one_that_occurred_first()
    {
        foreach ((decimal early, decimal late, int points) in new[] { (100m, 20m, 9), (20m, 100m, 0) })
        {
            Club club = new(program => program with
            {
                Tiers = null,
                Rules = [new() { Id = "refer", On = EventTypes.ReferralQualified, When = new RefereeFirstOrderCondition { AtLeast = Club.Yuan(50) }, Then = [new EarnEffect { Points = 9 }] }],
            });
            club.Earn("2026-01-01", 1, member: "friend");
            club.Order("2026-01-10", "z", late);
            club.Order("2026-01-05", "a", early, recorded: "2026-01-11");
            club.Order("2026-01-12", "b", late);
            Assert.True(club.Ledger.Handle(new ReferralQualified { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-13"), Referrer = new("friend") }).IsAccepted);
            Assert.Equal(points, club.Balance("2026-01-14").Available);
        }
    }

    [Fact]
    public void Of_orders_of_one_instant_the_first_by_name_is_the_first()
    {
        Club club = new(program => program with
        {
            Tiers = null,
            Rules = [new() { Id = "refer", On = EventTypes.ReferralQualified, When = new RefereeFirstOrderCondition { AtLeast = Club.Yuan(50) }, Then = [new EarnEffect { Points = 9 }] }],
        });
        club.Earn("2026-01-01", 1, member: "friend");
        club.Order("2026-01-10", "b", 20);
        club.Order("2026-01-10", "a", 100);
        club.Order("2026-01-10", "c", 20);
        Assert.True(club.Ledger.Handle(new ReferralQualified { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-13"), Referrer = new("friend") }).IsAccepted);
        Assert.Equal(9, club.Balance("2026-01-14").Available);
    }

    [Fact]
    public void One_who_refers_gets_points_as_often_as_his_own_limit_says()
    {
        Club club = new(program => program with
        {
            Tiers = null,
            Rules = [new() { Id = "refer", On = EventTypes.ReferralQualified, Limit = new() { Of = AwardTo.Referrer, Times = 2 }, Then = [new EarnEffect { Points = 6, To = AwardTo.Referrer }] }],
        });
        club.Earn("2026-01-01", 1);
        foreach (string friend in new[] { "a", "b", "c" })
            Assert.True(club.Ledger.Handle(new ReferralQualified { Key = friend, Member = new(friend), OccurredAt = Club.At("2026-01-02"), Referrer = new("m") }).IsAccepted);
        Assert.Equal(13, club.Balance("2026-01-03").Available);
        // Another one has a limit of his own.
        Assert.True(club.Ledger.Handle(new ReferralQualified { Key = "d", Member = new("d"), OccurredAt = Club.At("2026-01-04"), Referrer = new("a") }).IsAccepted);
        Assert.Equal(6, club.Balance("2026-01-05", "a").Available);
    }

    private static LoyaltyProgram Plain(LoyaltyProgram program) => program with { Tiers = null, Rules = [program.Rules[0] with { Then = [Club.BaseEarn with { Qualifying = false }] }, program.Rules[2]] };

    private static LedgerAnswer Refund(Club club, string time, string order, IReadOnlyList<RefundedLine> lines) =>
        club.Ledger.Handle(new OrderRefunded { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), OrderId = order, Lines = lines });
}
