using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Storage.Testing;

/// <summary>The programme of the tests: a little of all that a store has to keep. Points live five days, so that time does something.</summary>
internal static class KitClub
{
    public static Currency Euro { get; } = new("EUR");

    public static Instant Start { get; } = Instant.FromUtc(2026, 1, 5, 12, 0);

    public static ProgramVersions Programs { get; } = Load(100);

    /// <summary>The same with so much in the budget that all members share, of which an order gets 40 at most three times a month.</summary>
    public static ProgramVersions Load(decimal budget) => new(CompiledProgram.Load(new LoyaltyProgram
    {
        Id = "kit",
        Version = "1",
        TimeZone = "UTC",
        Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromDays(5) } }, new() { Id = "CASH", Scale = 2, Currency = Euro }],
        Tiers = new() { Wallet = "PTS", Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 100 }, new() { Id = "gold", From = 1000 }] },
        CustomEvents = ["review"],
        Rewards = [new() { Id = "mug", Wallet = "PTS", Price = 20 }, new() { Id = "tea", Kind = RewardKind.Coupon, Wallet = "PTS", Price = 5, Limit = new() { Times = 5 }, Validity = new() { Kind = ExpiryKind.FixedAfter, Period = Period.FromDays(3) } }],
        Rebates = [new() { Id = "quarter", Wallet = "CASH", Rate = 0.02m, Levels = [new(0.1m, 0.03m)] }],
        Rules =
        [
            new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = new(1, Euro), Qualifying = true, Wallet = "PTS" }] },
            new() { Id = "campaign", On = EventTypes.OrderPaid, Priority = 20, Limit = new() { Times = 3, Period = CivilPeriod.LocalMonth }, Budget = new() { Id = "budget", Wallet = "PTS", PerMember = false, Limit = budget, Overflow = CapOverflow.TrimByPriority }, Then = [new EarnEffect { Points = 40, Wallet = "PTS", Pending = Period.FromDays(1) }] },
            new() { Id = "welcome", On = EventTypes.MemberJoined, Then = [new EarnEffect { Points = 20, Wallet = "PTS" }] },
            new() { Id = "review", On = "review", Then = [new EarnEffect { Points = 5, Wallet = "PTS" }] },
            new() { Id = "referral", On = EventTypes.ReferralQualified, Then = [new EarnEffect { Points = 30, Wallet = "PTS", To = AwardTo.Referrer }, new EarnEffect { Points = 10, Wallet = "PTS" }] },
            new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect(), new RestoreRedemptionEffect()] },
        ],
    }));

    public static PointsEarned Earn(string key, string member, decimal points, Instant? at = null) =>
        new() { Key = key, Member = new(member), OccurredAt = at ?? Start, Points = points, Wallet = "PTS", Expiry = ExpiryTerms.Never };

    public static PointsRedeemed Redeem(string key, string member, decimal points, Instant? at = null) =>
        new() { Key = key, Member = new(member), OccurredAt = at ?? Start, Points = points, Wallet = "PTS", Source = "gift " + key };

    public static OrderPaid Order(string key, string member, string id, decimal amount, Instant? at = null) =>
        new() { Key = key, Member = new(member), OccurredAt = at ?? Start, Order = new() { Id = id, Lines = [Line("1", amount), Line("2", 5)] } };

    public static OrderLine Line(string id, decimal amount) => new() { Id = id, Amount = new Money(amount, Euro) };
}
