using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.RealData;

/// <summary>Three programmes for real purchases: what most shops have, two hundred rules, and everything that is hard at once.</summary>
internal static class RealPrograms
{
    public static LoyaltyProgram Simple { get; } = new()
    {
        Id = "simple",
        Version = "1",
        TimeZone = "America/New_York",
        Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) }, LiabilityUnitValue = Dollars(0.01m) }],
        Tiers = new() { Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 200 }, new() { Id = "gold", From = 500 }] },
        Rules =
        [
            new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = Dollars(1), Qualifying = true }] },
            new() { Id = "tier", On = EventTypes.OrderPaid, Priority = 10, Then = [new BonusEffect { FactorByTier = new Dictionary<string, decimal> { ["silver"] = 1.25m, ["gold"] = 1.5m } }] },
            Refund,
        ],
    };

    /// <summary>Two hundred rules: by category with caps of a month, in groups, by threshold, weekday, quantity and number of purchase.</summary>
    public static LoyaltyProgram Rich { get; } = Simple with
    {
        Id = "rich",
        Groups = [new() { Id = "best", Mode = GroupMode.BestForMember }, new() { Id = "first", Mode = GroupMode.FirstByPriority }],
        Caps = [new() { Id = "month", Wallet = "PTS", Period = CivilPeriod.LocalMonth, Limit = 300 }],
        Rules = [.. Simple.Rules, .. Enumerable.Range(0, 200 - Simple.Rules.Count).Select(Generated)],
    };

    /// <summary>Points that live three days, caps over caps, rates of nothing, budgets that end, pending points, and balances below zero.</summary>
    public static LoyaltyProgram Hostile { get; } = Simple with
    {
        Id = "hostile",
        Wallets = [Simple.Wallets[0] with { Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromDays(3) } }],
        Rounding = new() { Scope = RoundingScope.LineRule, Mode = CustomerValue.Loyalty.Amounts.RoundingMode.HalfEven },
        Composition = Composition.Multiplicative,
        Policies = new() { ShortfallOnClawback = ClawbackShortfall.AllowNegative, NegativeLimit = 20, EarnReversal = ReversalPools.ProRata, RedemptionReversal = RestoredExpiry.Grace, RestoredGraceDays = 1, PendingExpiry = PendingExpiry.Activation, OnceReversal = OnceReversal.ReArm },
        Caps =
        [
            new() { Id = "day", Wallet = "PTS", Period = CivilPeriod.LocalDay, Limit = 25, Overflow = CapOverflow.ProRata },
            new() { Id = "week", Wallet = "PTS", Period = CivilPeriod.LocalWeek, Limit = 40 },
            new() { Id = "all", Wallet = "PTS", PerMember = false, Limit = 5000, Overflow = CapOverflow.AllOrNothing },
        ],
        Rules =
        [
            new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = Dollars(3), Qualifying = true }] },
            new() { Id = "nothing", On = EventTypes.OrderPaid, Priority = 1, Then = [new EarnEffect { Points = 0, Per = Dollars(1) }] },
            new() { Id = "one", On = EventTypes.OrderPaid, Priority = 2, Then = [new BonusEffect { FactorByTier = new Dictionary<string, decimal> { ["base"] = 1, ["gold"] = 3 } }] },
            new() { Id = "a", On = EventTypes.OrderPaid, Priority = 5, SharedCaps = ["day", "week"], Then = [new BonusEffect { Factor = 3 }] },
            new() { Id = "b", On = EventTypes.OrderPaid, Priority = 5, SharedCaps = ["day", "week", "all"], Then = [new BonusEffect { Factor = 1.333m, Pending = Period.FromDays(2) }] },
            new()
            {
                Id = "c", On = EventTypes.OrderPaid, Priority = 6, SharedCaps = ["day", "all"], Limit = new() { Period = CivilPeriod.LocalMonth, Times = 2 },
                Budget = new() { Id = "c", Wallet = "PTS", PerMember = false, Limit = 700, Overflow = CapOverflow.TrimByPriority },
                Then = [new EarnEffect { Points = 7, Pending = Period.FromDays(5) }],
            },
            new() { Id = "first", On = EventTypes.OrderPaid, Priority = 7, Limit = new(), Then = [new EarnEffect { Points = 50 }] },
            Refund,
        ],
    };

    public static Money Dollars(decimal amount) => new(amount, new Currency("USD"));

    private static LoyaltyRule Refund => new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect(), new RestoreRedemptionEffect()] };

    private static LoyaltyRule Generated(int number)
    {
        LineFilter lines = new() { CategoriesUnder = ["d" + (number % 40).ToString(CultureInfo.InvariantCulture)] };
        LoyaltyRule rule = new() { Id = "r" + number.ToString("D3", CultureInfo.InvariantCulture), On = EventTypes.OrderPaid, Priority = 20 + (number % 7), SharedCaps = ["month"], Then = [new BonusEffect { Factor = 1 + (0.1m * (1 + (number % 9))), Lines = lines }] };
        return (number % 5) switch
        {
            0 => rule with { When = new AnyLineCondition { Lines = lines }, Cap = new() { Id = rule.Id, Wallet = "PTS", Period = CivilPeriod.LocalMonth, Limit = 20 } },
            1 => rule with { When = new AmountCondition { AtLeast = Dollars(5 + (number % 40)) }, Group = "best" },
            2 => rule with { Priority = 100 + number, Window = new() { Weekdays = [(IsoDayOfWeek)(1 + (number % 7))] }, Group = "first" },
            3 => rule with { Limit = new() { Times = 1 + (number % 3), Period = CivilPeriod.LocalMonth }, Then = [new EarnEffect { Points = 1 + (number % 4), Lines = lines, PerQuantity = 2, WholeSteps = true }] },
            _ => rule with { When = new PurchaseNumberCondition { Every = 1 + (number % 20) }, Then = [new EarnEffect { Points = number % 3, Lines = lines }] },
        };
    }
}
