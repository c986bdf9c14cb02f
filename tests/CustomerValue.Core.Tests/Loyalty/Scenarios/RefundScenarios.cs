using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Scenarios;

/// <summary>S12, S15 to S20: what refunds and cancellations take back and give back.</summary>
public sealed class RefundScenarios
{
    [Theory]
    [InlineData(true, 120)]
    [InlineData(false, 0)]
    public void S12_a_refund_takes_back_what_its_order_earned_and_frees_the_cap_for_later_orders(bool release, int headroom)
    {
        Club club = new(program => program with
        {
            Rules =
            [
                .. program.Rules,
                new()
                {
                    Id = "coffee",
                    On = EventTypes.OrderPaid,
                    Priority = 30,
                    When = new AnyLineCondition { Lines = new() { CategoriesUnder = ["coffee"] } },
                    Cap = new() { Id = "coffee", Wallet = "PTS", Period = CivilPeriod.LocalMonth, Limit = 200, ReleaseOnReversal = release },
                    Then = [new BonusEffect { Factor = 3, Lines = new() { CategoriesUnder = ["coffee"] } }],
                },
            ],
        });
        club.Order("2026-03-01", "O1", 60, category: "coffee/beans");
        Assert.Equal(180, club.Balance("2026-03-01").Available);
        club.Order("2026-03-02", "O2", 50, category: "coffee");
        Assert.Equal(310, club.Balance("2026-03-02").Available);
        club.Order("2026-03-03", "O3", 10, category: "coffee");
        Assert.Equal("320 / 0 / 0 / 0", club.State("2026-03-03"));
        club.Refund("2026-03-04", "O1", 1);
        Assert.Equal("140 / 0 / 0 / 0", club.State("2026-03-04"));
        club.Order("2026-03-05", "O4", 100, category: "coffee");
        Assert.Equal(140 + 100 + headroom, club.Balance("2026-03-05").Available);
    }

    [Theory]
    [InlineData(OnceReversal.Consumed, 0)]
    [InlineData(OnceReversal.ReArm, 500)]
    public void S15_a_welcome_and_a_first_purchase_bonus_are_paid_once(OnceReversal policy, int again)
    {
        Club club = new(program => program with
        {
            Policies = new() { OnceReversal = policy },
            Rules =
            [
                .. program.Rules,
                new() { Id = "welcome", On = EventTypes.MemberJoined, Limit = new(), Then = [new EarnEffect { Points = 100 }] },
                new() { Id = "first", On = EventTypes.OrderPaid, Priority = 50, Limit = new(), Then = [new EarnEffect { Points = 500 }] },
            ],
        });
        club.Ledger.Handle(new MemberJoined { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-01") });
        Assert.Equal(100, club.Balance("2026-01-01").Available);
        Parallel.Invoke(() => club.Order("2026-01-02", "A", 50, key: "a"), () => club.Order("2026-01-02", "B", 70, key: "b"));
        Assert.Equal("720 / 0 / 0 / 0", club.State("2026-01-02 12:01"));

        string first = club.Ledger.Journal().First(entry => entry.Origin?.Rule == "first").Origin!.Source!;
        club.Refund("2026-01-03", first, 1);
        Assert.Equal(first == "A" ? 170 : 150, club.Balance("2026-01-03").Available);
        club.Order("2026-01-04", "C", 10);
        Assert.Equal((first == "A" ? 170 : 150) + 10 + again, club.Balance("2026-01-04").Available);
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void S16_a_referral_pays_both_later_and_is_taken_back_with_its_order()
    {
        Club early = Referred();
        Assert.Equal(("0 / 200 / 0 / 0", "0 / 300 / 0 / 0"), (WithoutOrder(early, "2026-01-05"), early.State("2026-01-05", "referrer")));
        early.Refund("2026-01-11", "O", 1);
        Assert.Equal(("0 / 0 / 0 / 0", "0 / 0 / 0 / 0"), (early.State("2026-01-20"), early.State("2026-01-20", "referrer")));

        Club late = Referred();
        late.Redeem("2026-01-18", 250, member: "referrer");
        late.Refund("2026-01-21", "O", 1);
        Assert.Equal(("0 / 0 / 0 / 0", "0 / 0 / 0 / 250"), (late.State("2026-01-21"), late.State("2026-01-21", "referrer")));
        late.Earn("2026-01-22", 400, member: "referrer");
        Assert.Equal("150 / 0 / 0 / 0", late.State("2026-01-22", "referrer"));
    }

    [Fact]
    public void S16_nobody_refers_himself_and_nobody_the_one_who_referred_him()
    {
        Club club = new(WithReferral);
        Join(club, "a", "111");
        Join(club, "b", "222");
        Join(club, "twin", "111");
        club.Order("2026-01-01", "B1", 100, "b");
        club.Order("2026-01-01", "A1", 100, "a");
        club.Order("2026-01-01", "T1", 100, "twin");
        Assert.Equal(LedgerError.SelfReferral, Refer(club, "a", "twin").Rejection!.Error);
        Assert.Equal(0, club.Balance("2026-01-02", "a").Pending);
        Assert.True(Refer(club, "a", "b").IsAccepted);
        Assert.Equal(LedgerError.Cycle, Refer(club, "b", "a").Rejection!.Error);
    }

    [Theory]
    [InlineData(ClawbackShortfall.AllowNegative, 70, "-70 / 0 / 0 / 0", 0, 130)]
    [InlineData(ClawbackShortfall.Debt, null, "0 / 0 / 0 / 70", 0, 130)]
    [InlineData(ClawbackShortfall.WriteOff, null, "0 / 0 / 0 / 0", 70, 200)]
    [InlineData(ClawbackShortfall.Reject, null, "30 / 0 / 0 / 0", 0, 230)]
    [InlineData(ClawbackShortfall.AllowNegative, 50, "-50 / 0 / 0 / 0", 20, 150)]
    public void S17_points_that_were_spent_are_taken_back_as_the_policy_says(ClawbackShortfall policy, int? limit, string after, int writtenOff, int later)
    {
        Club club = new(program => program with { Policies = new() { ShortfallOnClawback = policy, NegativeLimit = limit } });
        club.Order("2026-01-01", "O", 100);
        club.Redeem("2026-01-02", 70);
        LedgerAnswer refund = club.Refund("2026-01-03", "O", 1);
        Assert.Equal(policy == ClawbackShortfall.Reject ? LedgerError.InsufficientForClawback : null, refund.Rejection?.Error);
        Assert.Equal(after, club.State("2026-01-03"));
        Assert.Equal(writtenOff, club.Balance("2026-01-03").WrittenOff);
        club.Earn("2026-01-04", 200);
        Assert.Equal($"{later} / 0 / 0 / 0", club.State("2026-01-04"));
    }

    [Fact]
    public void S18_ten_refunds_take_back_what_one_would()
    {
        Club club = new(OnePer(3));
        club.Order("2026-01-01", "O", 100);
        Assert.Equal(33, club.Balance("2026-01-01").Available);
        List<long> taken = [];
        for (int day = 2; day <= 11; day++)
        {
            LedgerAnswer answer = club.RefundAmount($"2026-01-{day:00}", "O", 10);
            taken.Add(answer.Entries.SelectMany(entry => entry.Postings).Where(posting => posting.Account == LedgerAccount.Reversed).Sum(posting => posting.Units));
        }

        Assert.Equal([3, 4, 3, 3, 4, 3, 3, 4, 3, 3], taken);
        Assert.Equal("0 / 0 / 0 / 0", club.State("2026-01-12"));
        Assert.Equal(LedgerError.AlreadyReversed, club.RefundAmount("2026-01-13", "O", 1).Rejection!.Error);
    }

    [Theory]
    [InlineData(ReversalPools.RemainingExpiredSpent, 500)]
    [InlineData(ReversalPools.ProRata, 480)]
    [InlineData(ReversalPools.RemainingSpentExpired, 460)]
    [InlineData(ReversalPools.Strict, 450)]
    public void S19_a_refund_of_an_expired_lot_takes_from_the_pools_in_the_order_of_the_policy(ReversalPools pools, int available)
    {
        Club club = new(program => OnePer(2)(program) with { Policies = new() { EarnReversal = pools } });
        club.Order("2025-01-10", "O", 200);
        club.Redeem("2025-06-01", 40);
        club.Earn("2026-01-15", 500);
        Assert.Equal(60, club.Balance("2026-01-15").Expired);
        club.Refund("2026-01-20", "O", .5m);
        Assert.Equal($"{available} / 0 / 0 / 0", club.State("2026-01-20"));
        if (pools != ReversalPools.RemainingExpiredSpent)
            return;
        club.Refund("2026-01-21", "O", .5m);
        Assert.Equal("460 / 0 / 0 / 0", club.State("2026-01-21"));
    }

    [Theory]
    [InlineData(RestoredExpiry.Original, null, 30, 50)]
    [InlineData(RestoredExpiry.Original, 40, 30, 10)]
    [InlineData(RestoredExpiry.Grace, null, 80, 0)]
    [InlineData(RestoredExpiry.Grace, 40, 40, 0)]
    public void S20_points_of_an_ended_lot_come_back_and_expire_or_live_on_for_the_grace(RestoredExpiry policy, int? points, int available, int expired)
    {
        Club club = new(program => program with { Policies = new() { RedemptionReversal = policy } });
        club.Earn("2026-01-01", 50, Club.Through("2026-03-31"));
        club.Earn("2026-01-02", 30, Club.Through("2026-12-31"));
        club.Redeem("2026-03-20", 80);
        club.Cancel("2026-04-10", points: points);
        PointsBalance balance = club.Balance("2026-04-10");
        Assert.Equal((available, expired), (balance.Available, balance.Expired));
        Assert.Null(club.Ledger.Verify());
        if (policy == RestoredExpiry.Grace)
        {
            Assert.Equal(available, club.Balance("2026-05-10 23:59").Available);
            Assert.Equal(30, club.Balance("2026-05-11 00:00").Available);
            Assert.Equal(0, club.Balance("2027-01-01 00:00").Available);
        }

        LedgerAnswer again = club.Cancel("2026-04-11", points: points is null ? null : 41);
        Assert.Equal(points is null ? LedgerError.AlreadyReversed : LedgerError.ExceedsOriginal, again.Rejection!.Error);
        if (points is not null)
            Assert.True(club.Cancel("2026-04-12", points: 40).IsAccepted);
    }

    private static Func<LoyaltyProgram, LoyaltyProgram> OnePer(decimal amount) => program => program with
    {
        Rules = [program.Rules[2], new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = Club.Yuan(amount) }] }],
    };

    private static LoyaltyProgram WithReferral(LoyaltyProgram program) => program with
    {
        Rules =
        [
            .. program.Rules,
            new()
            {
                Id = "referral",
                On = EventTypes.ReferralQualified,
                When = new AllCondition
                {
                    Of = [new RefereeFirstOrderCondition { AtLeast = Club.Yuan(100) }, new NotCondition { Of = new SameIdentityCondition { Of = ["phone"] } }, new NotCondition { Of = new ReferralCycleCondition() }],
                },
                Limit = new() { Of = AwardTo.Referrer, Period = CivilPeriod.CalendarYear, Times = 20 },
                Then = [new EarnEffect { Points = 300, To = AwardTo.Referrer, Pending = Period.FromDays(14) }, new EarnEffect { Points = 200, To = AwardTo.Referee, Pending = Period.FromDays(14) }],
            },
        ],
    };

    /// <summary>An order of 100 that earns nothing by itself, and the referral by it.</summary>
    private static Club Referred()
    {
        Club club = new(program => WithReferral(program) with { Rules = [.. WithReferral(program).Rules.Where(rule => rule.Id is "refund" or "referral")] });
        club.Order("2026-01-01 10:00", "O", 100);
        LedgerAnswer answer = club.Ledger.Handle(new ReferralQualified { Key = club.Key(), Member = new("m"), Referrer = new("referrer"), OrderId = "O", OccurredAt = Club.At("2026-01-01 10:01") });
        Assert.True(answer.IsAccepted);
        return club;
    }

    private static string WithoutOrder(Club club, string time) => club.State(time);

    private static void Join(Club club, string member, string phone) => club.Ledger.Handle(new MemberJoined
    {
        Key = club.Key(),
        Member = new(member),
        OccurredAt = Club.At("2025-12-01"),
        Profile = new() { IdentityHashes = new Dictionary<string, string> { ["phone"] = phone } },
    });

    private static LedgerAnswer Refer(Club club, string referrer, string referee) =>
        club.Ledger.Handle(new ReferralQualified { Key = club.Key(), Member = new(referee), Referrer = new(referrer), OccurredAt = Club.At("2026-01-02") });
}
