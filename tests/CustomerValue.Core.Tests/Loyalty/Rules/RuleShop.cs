using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>The reference programme of the scenarios, orders and members for tests of rules.</summary>
internal static class RuleShop
{
    public static Currency Yuan { get; } = new("CNY");

    public static LoyaltyRule Base { get; } = Rule("base", 0, PerYuan(1));

    public static Money Cny(decimal amount) => new(amount, Yuan);

    public static EarnEffect PerYuan(decimal points, string? wallet = null) => new() { Wallet = wallet, Points = points, Per = Cny(1), Qualifying = true };

    public static EarnEffect Fixed(decimal points, AwardTo to = AwardTo.Member) => new() { Points = points, To = to };

    public static BonusEffect Times(decimal factor, LineFilter? lines = null) => new() { Factor = factor, Lines = lines ?? LineFilter.All };

    public static LineFilter Under(params string[] categories) => new() { CategoriesUnder = categories };

    public static LoyaltyRule Rule(string id, int priority, params Effect[] then) => new() { Id = id, On = EventTypes.OrderPaid, Priority = priority, Then = then };

    public static LoyaltyProgram Program(params LoyaltyRule[] rules) => new()
    {
        Id = "club",
        Version = "1",
        TimeZone = "Asia/Shanghai",
        Wallets = [new Wallet { Id = "PTS", LiabilityUnitValue = Cny(0.01m) }],
        Tiers = new TierScheme
        {
            Levels = [new TierLevel { Id = "base", From = 0 }, new TierLevel { Id = "silver", From = 2000 }, new TierLevel { Id = "gold", From = 5000 }],
        },
        Rules = rules,
    };

    public static Order Order(params OrderLine[] lines) => new() { Id = "O1", Lines = lines };

    public static Order Order(decimal amount) => Order(Line("1", amount));

    public static OrderLine Line(string id, decimal amount, string? category = null, decimal quantity = 1, string? product = null, string? brand = null) =>
        new() { Id = id, Amount = Cny(amount), Category = category, Quantity = quantity, Product = product, Brand = brand };

    public static Instant At(string instant) => InstantPattern.General.Parse(instant).Value;

    /// <summary>Facts of an order paid at an instant; noon of 1 June 2026 in Shanghai unless told.</summary>
    public static RuleFacts Paid(CompiledProgram program, Order order, ShopMember? member = null, string at = "2026-06-01T04:00:00Z")
    {
        OrderPaid paid = new() { Key = "k", Member = new CustomerId("m"), OccurredAt = At(at), Order = order };
        return new RuleFacts(paid, program.Calendar.LocalOf(paid.OccurredAt), member ?? new ShopMember(), new OrderFacts(order));
    }

    /// <summary>Facts of a referral that qualified.</summary>
    public static RuleFacts Referred(CompiledProgram program, ShopMember referee, ReferralFacts referral)
    {
        ReferralQualified qualified = new() { Key = "k", Member = new CustomerId("m"), OccurredAt = At("2026-06-01T04:00:00Z"), Referrer = new CustomerId("r") };
        return new RuleFacts(qualified, program.Calendar.LocalOf(qualified.OccurredAt), referee, null, referral);
    }

    public static AwardList Evaluate(CompiledProgram program, in RuleFacts facts, ShopCounters? counters = null, RuleTrace? trace = null)
    {
        AwardList awards = new();
        program.Evaluate(facts, counters ?? new ShopCounters(), awards, trace);
        return awards;
    }

    /// <summary>What an order earns in all.</summary>
    public static long Points(LoyaltyProgram program, Order order, ShopMember? member = null, string at = "2026-06-01T04:00:00Z")
    {
        CompiledProgram compiled = CompiledProgram.Load(program);
        return Sum(Evaluate(compiled, Paid(compiled, order, member, at)));
    }

    public static long Sum(AwardList awards)
    {
        long sum = 0;
        for (int at = 0; at < awards.Count; at++)
            sum += awards[at].Granted;
        return sum;
    }

    /// <summary>Points by rule: <c>base 100, tier 50</c>.</summary>
    public static string Told(CompiledProgram program, AwardList awards) =>
        string.Join(", ", Enumerable.Range(0, awards.Count).Select(at => $"{program.Rules[awards[at].Rule].Id} {awards[at].Granted}"));
}
