using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Golden;

/// <summary>The programme and the history of golden stores, with an event of every type. Neither may change: what was written with them must stay readable.</summary>
internal static class GoldenClub
{
    public static CompiledProgram Program { get; } = CompiledProgram.Load(new LoyaltyProgram
    {
        Id = "golden",
        Version = "1",
        TimeZone = "Asia/Shanghai",
        Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) } }, new() { Id = "CASH", Scale = 2, Currency = new("CNY") }],
        Tiers = new() { Wallet = "PTS", Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 500 }, new() { Id = "gold", From = 5000 }] },
        CustomEvents = ["review"],
        Rewards = [new() { Id = "mug", Wallet = "PTS", Price = 100 }, new() { Id = "tea", Kind = RewardKind.Coupon, Wallet = "PTS", Price = 50, Limit = new() { Times = 5 }, Validity = new() { Kind = ExpiryKind.FixedAfter, Period = Period.FromDays(90) } }],
        Rebates = [new() { Id = "quarter", Wallet = "CASH", Rate = 0.02m, Levels = [new(0.1m, 0.03m)] }],
        Rules =
        [
            new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = Club.Yuan(1), Qualifying = true, Wallet = "PTS" }] },
            new() { Id = "coffee", On = EventTypes.OrderPaid, Priority = 10, When = new AmountCondition { AtLeast = Club.Yuan(50) }, Then = [new BonusEffect { Factor = 1.5m, Wallet = "PTS" }] },
            new() { Id = "campaign", On = EventTypes.OrderPaid, Priority = 20, Limit = new() { Times = 3 }, Budget = new() { Id = "budget", Wallet = "PTS", PerMember = false, Limit = 100, Overflow = CapOverflow.TrimByPriority }, Then = [new EarnEffect { Points = 40, Wallet = "PTS", Pending = Period.FromDays(14) }] },
            new() { Id = "welcome", On = EventTypes.MemberJoined, Then = [new EarnEffect { Points = 20, Wallet = "PTS" }] },
            new() { Id = "review", On = "review", Then = [new EarnEffect { Points = 5, Wallet = "PTS" }] },
            new() { Id = "referral", On = EventTypes.ReferralQualified, Then = [new EarnEffect { Points = 30, Wallet = "PTS", To = AwardTo.Referrer }, new EarnEffect { Points = 10, Wallet = "PTS" }] },
            new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect(), new RestoreRedemptionEffect()] },
        ],
    });

    public static CustomerId[] Members { get; } = [new("ann"), new("王芳"), new("bob"), new("ann-old")];

    /// <summary>Writes the history; every event is accepted.</summary>
    public static void Write(LoyaltyLedger ledger)
    {
        (CustomerId ann, CustomerId fang, CustomerId bob, CustomerId old) = (Members[0], Members[1], Members[2], Members[3]);
        int keys = 0;
        Instant time = Club.At("2026-01-05");
        Do(new MemberJoined { Key = Key(), Member = ann, OccurredAt = Next(), Profile = new() { Birthday = new LocalDate(1990, 2, 28) } });
        Do(new MemberUpdated { Key = Key(), Member = ann, OccurredAt = Next(), Profile = new() { Birthday = new LocalDate(1990, 2, 27) } });
        foreach (string order in (string[])["o1", "o2", "o3", "o4"])
            Do(new OrderPaid { Key = Key(), Member = order == "o2" ? fang : ann, OccurredAt = Next(), Order = new() { Id = order, Channel = "app", Lines = [Club.Line("1", 120), Club.Line("2", 45, "coffee")] } });
        Do(new PointsEarned { Key = Key(), Member = bob, OccurredAt = Next(), Points = 700, Wallet = "PTS", Qualifying = true, Source = "doc", Reason = "match" });
        Do(new CustomEvent { Key = Key(), Member = fang, OccurredAt = Next(), Name = "review", Source = "r1" });
        Do(new ReferralQualified { Key = Key(), Member = fang, OccurredAt = Next(), Referrer = bob, OrderId = "o2" });
        Do(new PointsRedeemed { Key = Key(), Member = ann, OccurredAt = Next(), Points = 60, Wallet = "PTS", Source = "o5" });
        Do(new RedemptionCancelled { Key = Key(), Member = ann, OccurredAt = Next(), Source = "o5", Points = 10 });
        foreach (string hold in (string[])["h1", "h2", "h3"])
            Do(new PointsHeld { Key = Key(), Member = bob, OccurredAt = Next(), Points = 50, Wallet = "PTS", Hold = hold, Minutes = 1700 });
        Do(new HoldCaptured { Key = Key(), Member = bob, OccurredAt = time, Hold = "h1", Points = 20 });
        Do(new HoldVoided { Key = Key(), Member = bob, OccurredAt = time, Hold = "h2" });
        Do(new OrderRefunded { Key = Key(), Member = ann, OccurredAt = Next(), OrderId = "o3", Lines = [new("1", Club.Yuan(60))] });
        Do(new PointsAdjusted { Key = Key(), Member = fang, OccurredAt = Next(), Points = -3, Wallet = "PTS", Reason = "correction" });
        Do(new PointsTransferred { Key = Key(), Member = bob, OccurredAt = Next(), Points = 25, Wallet = "PTS", To = fang });
        Do(new TierAssigned { Key = Key(), Member = fang, OccurredAt = Next(), Level = "gold", Until = Club.At("2026-09-01"), Reason = "trial" });
        Do(new RewardRedeemed { Key = Key(), Member = bob, OccurredAt = Next(), Reward = "mug" });
        for (int at = 0; at < 3; at++)
            Do(new RewardRedeemed { Key = Key(), Member = bob, OccurredAt = Next(), Reward = "tea" });
        string[] codes = [.. ledger.Coupons(bob, time).Select(coupon => coupon.Code)];
        Do(new CouponReserved { Key = Key(), Member = bob, OccurredAt = Next(), Code = codes[0], Source = "o6", Minutes = 100 });
        Do(new CouponRedeemed { Key = Key(), Member = bob, OccurredAt = time, Code = codes[0], Source = "o6" });
        Do(new CouponReserved { Key = Key(), Member = bob, OccurredAt = Next(), Code = codes[1], Source = "o7", Minutes = 100 });
        Do(new CouponReturned { Key = Key(), Member = bob, OccurredAt = time, Code = codes[1] });
        Do(new PointsEarned { Key = Key(), Member = old, OccurredAt = Next(), Points = 90, Wallet = "PTS" });
        Do(new MemberMerged { Key = Key(), Member = ann, OccurredAt = Next(), Other = old });
        Do(new MemberUnmerged { Key = Key(), Member = ann, OccurredAt = Next(), Other = old });
        Do(new MemberMerged { Key = Key(), Member = ann, OccurredAt = Next(), Other = old });
        Do(new RebateSettled { Key = Key(), Member = fang, OccurredAt = Club.At("2026-04-05"), Scheme = "quarter", Day = new LocalDate(2026, 4, 5) });
        ledger.Materialize(Club.At("2026-05-01"));
        Do(new PointsEarned { Key = Key(), Member = new("gone"), OccurredAt = Club.At("2026-05-02"), Points = 90, Wallet = "PTS" });
        Do(new MemberErased { Key = Key(), Member = new("gone"), OccurredAt = Club.At("2026-05-03") });

        string Key() => "g" + (++keys).ToString(System.Globalization.CultureInfo.InvariantCulture);

        Instant Next() => time += Duration.FromHours(9);

        void Do(LoyaltyEvent happened) => Assert.Null(ledger.Handle(happened).Rejection);
    }
}
