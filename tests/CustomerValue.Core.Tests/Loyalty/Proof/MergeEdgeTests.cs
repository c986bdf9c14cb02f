using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Members who become one and part: who may part, from when what the other brought counts, and where points of a referral are found.</summary>
public sealed class MergeEdgeTests
{
    private readonly Club club = new(program => program with
    {
        Wallets = [program.Wallets[0]],
        Rules =
        [
            program.Rules[0] with { Then = [Club.BaseEarn with { Qualifying = false }] },
            new() { Id = "refer", On = EventTypes.ReferralQualified, Then = [new EarnEffect { Points = 6, To = AwardTo.Referrer }] },
            program.Rules[2],
        ],
        Rewards = [new() { Id = "mug", Kind = RewardKind.Gift, Price = 10 }],
    });

    [Fact]
    public void Only_those_who_are_one_now_can_part()
    {
        foreach (string member in new[] { "m", "other", "third" })
            club.Earn("2026-01-01", 10, member: member);
        Merge("2026-01-02", "m", "other");
        Assert.Equal(LedgerError.NotMerged, Part("2026-01-03", "third", "other").Rejection!.Error);
        Assert.True(Part("2026-01-03", "m", "other").IsAccepted);
        Assert.Equal(LedgerError.NotMerged, Part("2026-01-04", "m", "other").Rejection!.Error);
        Merge("2026-01-05", "third", "other");
        // He was merged into m once, and is another's now.
        Assert.Equal(LedgerError.NotMerged, Part("2026-01-06", "m", "other").Rejection!.Error);
        Assert.True(Part("2026-01-06", "third", "other").IsAccepted);
        Assert.Equal("10 / 0 / 0 / 0", club.State("2026-01-07", "other"));
        Assert.Equal("10 / 0 / 0 / 0", club.State("2026-01-07"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_paid_for_the_other_by_time_alone_can_not_part(bool job)
    {
        club.Earn("2026-01-01", 20, pending: Period.FromDays(9));
        club.Order("2026-01-01", "o", 30, "other");
        club.Redeem("2026-01-02", 30, member: "other");
        club.Refund("2026-01-03", "o", 1, "other");
        Merge("2026-01-04", "m", "other");
        if (job)
            club.Ledger.Materialize(Club.At("2026-01-11"));
        Assert.Equal("0 / 0 / 0 / 10", club.State("2026-01-12"));
        Assert.Equal(LedgerError.PointsMovedSinceMerge, Part("2026-01-12", "m", "other").Rejection!.Error);
        Assert.Equal("0 / 0 / 0 / 10", club.State("2026-01-12"));
    }

    [Fact]
    public void What_the_other_qualified_for_counts_from_when_they_became_one_until_they_part()
    {
        club.Earn("2026-01-01", 100, qualifying: true);
        club.Earn("2026-01-01", 1950, qualifying: true, member: "other");
        Merge("2026-02-01", "m", "other");
        Assert.Equal(("base", 100m), (club.Tier("2026-01-31").Level, club.Tier("2026-01-31").Qualifying));
        Assert.Equal(("silver", 2050m), (club.Tier("2026-02-02").Level, club.Tier("2026-02-02").Qualifying));
        Assert.True(Part("2026-02-03", "m", "other").IsAccepted);
        Assert.Equal((100m, 1950m), (club.Tier("2026-02-04").Qualifying, club.Tier("2026-02-04", "other").Qualifying));
    }

    [Fact]
    public void Points_of_a_referral_are_taken_back_wherever_they_went()
    {
        // Whose lots stand before those that come.
        club.Earn("2026-01-01", 100, member: "third");
        club.Earn("2026-01-01", 50, member: "fourth");
        club.Order("2026-01-01", "o", 40);
        Assert.True(club.Ledger.Handle(new ReferralQualified { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Referrer = new("friend"), OrderId = "o" }).IsAccepted);
        Assert.Equal("6 / 0 / 0 / 0", club.State("2026-01-02", "friend"));
        Merge("2026-01-03", "third", "friend");
        Merge("2026-01-04", "fourth", "third");
        club.Earn("2026-01-05", 25, member: "fifth");
        Merge("2026-01-06", "fifth", "m");
        Assert.Equal(("156 / 0 / 0 / 0", "65 / 0 / 0 / 0"), (club.State("2026-01-06", "fourth"), club.State("2026-01-06", "fifth")));
        LedgerAnswer refunded = club.Refund("2026-01-07", "o", 1, "fifth");
        Assert.True(refunded.IsAccepted);
        Assert.Equal([6L, 40], refunded.Entries.Where(entry => entry.Kind == EntryKind.Reverse).Select(entry => entry.Postings.Single(posting => posting.Account == LedgerAccount.Reversed).Units).OrderBy(units => units));
        Assert.Equal(("150 / 0 / 0 / 0", "25 / 0 / 0 / 0"), (club.State("2026-01-08", "fourth"), club.State("2026-01-08", "fifth")));
        // Not those that were theirs before.
        Assert.Equal([50L, 100], club.Balance("2026-01-08", "fourth").Lots.Select(lot => lot.Units).OrderBy(units => units));
    }

    [Fact]
    public void A_reward_that_was_given_back_before_they_became_one_stays_given_back()
    {
        club.Earn("2026-01-01", 100);
        club.Earn("2026-01-01", 100, member: "other");
        foreach (string key in new[] { "kept", "gone" })
            Assert.True(club.Ledger.Handle(new RewardRedeemed { Key = key, Member = new("other"), OccurredAt = Club.At("2026-01-02"), Reward = "mug" }).IsAccepted);
        Assert.True(club.Cancel("2026-01-03", "reward:gone", member: "other").IsAccepted);
        Merge("2026-01-04", "m", "other");
        Assert.Equal(LedgerError.AlreadyReversed, club.Cancel("2026-01-05", "reward:gone").Rejection!.Error);
        Assert.Equal("190 / 0 / 0 / 0", club.State("2026-01-05"));
        Assert.True(club.Cancel("2026-01-06", "reward:kept").IsAccepted);
        Assert.Equal("200 / 0 / 0 / 0", club.State("2026-01-06"));
    }

    [Fact]
    public void A_member_who_is_merged_has_settled_first_and_brings_what_expired_as_expired()
    {
        club.Earn("2026-01-01", 30, Club.Through("2026-01-05"), "other");
        club.Earn("2026-01-01", 10, member: "other");
        club.Earn("2026-01-01", 10);
        LedgerAnswer merged = Merge("2026-01-10", "m", "other");
        Assert.Equal(EntryKind.Expire, merged.Entries[0].Kind);
        Assert.Equal("20 / 0 / 0 / 0", club.State("2026-01-10"));
        Assert.Equal(30, club.Ledger.Totals(Club.At("2026-01-10")).Expired);
    }

    private LedgerAnswer Merge(string time, string into, string other)
    {
        LedgerAnswer answer = club.Ledger.Handle(new MemberMerged { Key = club.Key(), Member = new(into), Other = new(other), OccurredAt = Club.At(time) });
        Assert.True(answer.IsAccepted, answer.Rejection?.Message.English);
        return answer;
    }

    private LedgerAnswer Part(string time, string from, string other) =>
        club.Ledger.Handle(new MemberUnmerged { Key = club.Key(), Member = new(from), Other = new(other), OccurredAt = Club.At(time) });
}
