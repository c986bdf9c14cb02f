using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using NodaTime;
using RulesEngine.Models;

namespace CustomerValue.Benchmarks;

/// <summary>Ten rules on an order: conditions, points, rounding, groups and limits here; the conditions alone in Microsoft's RulesEngine. And 200 rules on an order of 20 lines, with the trace of each.</summary>
/// <remarks>Microsoft's engine tells of each rule whether its condition holds, and pays nothing; its facts are plain properties worked out beforehand (days since the last order, whether it is the birthday), where ours are dates. In both, three of the ten rules fire.</remarks>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class LoyaltyRules
{
    private static readonly Currency Yuan = new("CNY");
    private readonly AwardList awards = new();
    private readonly RuleTrace trace = new();
    private readonly Counters counters = new();
    private CompiledProgram ten = null!;
    private CompiledProgram many = null!;
    private RuleFacts small;
    private RuleFacts large;
    private RulesEngine.RulesEngine peer = null!;
    private PeerOrder peerOrder = null!;

    [GlobalSetup]
    public void Setup()
    {
        ten = CompiledProgram.Load(Program([.. Ten()]));
        many = CompiledProgram.Load(Program([.. Ten().Take(2), .. Enumerable.Range(0, 198).Select(Campaign)]));
        small = Paid(ten, [Line(0, "tea/green", 59.90m), Line(1, "cakes", 26.10m)]);
        large = Paid(many, [.. Enumerable.Range(0, 20).Select(at => Line(at, $"category{at}/part", 10.60m + at))]);
        peer = new RulesEngine.RulesEngine([new Workflow { WorkflowName = "order", Rules = PeerRules() }]);
        peerOrder = new PeerOrder();
        // A conclusion without the same rules on both sides would compare nothing.
        ten.Evaluate(small, counters, awards);
        int fired = peer.ExecuteAllRulesAsync("order", peerOrder).AsTask().GetAwaiter().GetResult().Count(result => result.IsSuccess);
        if (awards.Count != 3 || fired != 3)
            throw new InvalidOperationException($"{awards.Count} rules fire here, {fired} there.");
    }

    [Benchmark(Baseline = true)]
    public int MicrosoftRulesEngine() => peer.ExecuteAllRulesAsync("order", peerOrder).AsTask().GetAwaiter().GetResult().Count;

    [Benchmark]
    public int TenRules()
    {
        ten.Evaluate(small, counters, awards);
        return awards.Count;
    }

    [Benchmark]
    public int TwoHundredRulesOnTwentyLines()
    {
        many.Evaluate(large, counters, awards);
        return awards.Count;
    }

    [Benchmark]
    public int TwoHundredRulesOnTwentyLinesTraced()
    {
        many.Evaluate(large, counters, awards, trace);
        return trace.Outcomes.Count;
    }

    private static IEnumerable<LoyaltyRule> Ten()
    {
        yield return Rule("base", 0, null, new EarnEffect { Points = 1, Per = new Money(1, Yuan), Qualifying = true });
        yield return Rule("tier", 10, null, new BonusEffect { FactorByTier = new Dictionary<string, decimal> { ["silver"] = 1.25m, ["gold"] = 1.5m } });
        yield return Rule("birthday", 20, new AllCondition { Of = [new AmountCondition { AtLeast = new Money(20, Yuan) }, new BirthdayCondition()] }, new BonusEffect { Factor = 2 }) with { Group = "doubles" };
        yield return Rule("weekend", 30, null, new BonusEffect { Factor = 2 }) with { Group = "doubles", Window = new RuleWindow { Weekdays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] } };
        yield return Rule("web", 40, new OrderFieldCondition { Field = OrderField.Channel, In = ["app", "web"] }, new EarnEffect { Points = 20 });
        yield return Rule("coffee", 50, new AnyLineCondition { Lines = Under("coffee") }, new BonusEffect { Factor = 3, Lines = Under("coffee") });
        yield return Rule("big-basket", 60, new AmountCondition { AtLeast = new Money(500, Yuan) }, new EarnEffect { Points = 100 });
        yield return Rule("first", 70, new PurchaseNumberCondition { Is = 1 }, new EarnEffect { Points = 500 }) with { Limit = new RuleLimit() };
        yield return Rule("tenth", 80, new PurchaseNumberCondition { Every = 10 }, new EarnEffect { Points = 50 });
        yield return Rule("win-back", 90, new SinceLastPurchaseCondition { AtLeastDays = 90 }, new EarnEffect { Points = 80 });
    }

    private static LoyaltyRule Campaign(int at)
    {
        Condition lines = new AnyLineCondition { Lines = Under($"category{at % 40}") };
        Condition amount = new AmountCondition { AtLeast = new Money(at * 4, Yuan) };
        return Rule($"campaign{at}", 100 + at, new AllCondition { Of = [lines, amount] }, new BonusEffect { Factor = 1.5m, Lines = Under($"category{at % 40}") });
    }

    private static Rule[] PeerRules() =>
    [
        Peer("base", "order.Amount >= 0"),
        Peer("tier", "order.Tier == \"silver\" || order.Tier == \"gold\""),
        Peer("birthday", "order.Amount >= 20 && order.IsBirthday"),
        Peer("weekend", "order.Weekday >= 6"),
        Peer("web", "order.Channel == \"app\" || order.Channel == \"web\""),
        Peer("coffee", "order.Categories.Any(category => category.StartsWith(\"coffee\"))"),
        Peer("big-basket", "order.Amount >= 500"),
        Peer("first", "order.Purchases == 1"),
        Peer("tenth", "order.Purchases % 10 == 0"),
        Peer("win-back", "order.DaysSinceLast >= 90"),
    ];

    private static Rule Peer(string name, string expression) => new() { RuleName = name, Expression = expression.Replace("order.", "input1.", StringComparison.Ordinal) };

    private static LoyaltyProgram Program(IReadOnlyList<LoyaltyRule> rules) => new()
    {
        Id = "club",
        Version = "1",
        TimeZone = "Asia/Shanghai",
        Wallets = [new Wallet { Id = "PTS" }],
        Tiers = new TierScheme { Levels = [new TierLevel { Id = "base", From = 0 }, new TierLevel { Id = "silver", From = 2000 }, new TierLevel { Id = "gold", From = 5000 }] },
        Groups = [new RuleGroup { Id = "doubles", Mode = GroupMode.BestForMember }],
        Rules = rules,
    };

    private static LoyaltyRule Rule(string id, int priority, Condition? when, Effect then) => new() { Id = id, On = EventTypes.OrderPaid, Priority = priority, When = when, Then = [then] };

    private static LineFilter Under(string category) => new() { CategoriesUnder = [category] };

    private static OrderLine Line(int at, string category, decimal amount) => new() { Id = $"{at}", Category = category, Amount = new Money(amount, Yuan) };

    private static RuleFacts Paid(CompiledProgram program, IReadOnlyList<OrderLine> lines)
    {
        Order order = new() { Id = "O1", Channel = "web", Lines = lines };
        OrderPaid paid = new() { Key = "k", Member = new CustomerId("m"), OccurredAt = Instant.FromUtc(2026, 6, 1, 4, 0), Order = order };
        return new RuleFacts(paid, program.Calendar.LocalOf(paid.OccurredAt), new Member(), new OrderFacts(order));
    }

    public sealed class PeerOrder
    {
        public decimal Amount { get; } = 86.00m;

        public string Tier { get; } = "gold";

        public string Channel { get; } = "web";

        public bool IsBirthday { get; }

        public int Weekday { get; } = 1;

        public int Purchases { get; } = 7;

        public int DaysSinceLast { get; } = 12;

        public IReadOnlyList<string> Categories { get; } = ["tea/green", "cakes"];
    }

    private sealed class Counters : ICounterView
    {
        public long Used(in CounterKey key) => 0;
    }

    private sealed class Member : IMemberFacts
    {
        public LocalDate? Joined { get; } = new LocalDate(2024, 2, 29);

        public MemberProfile Profile { get; } = new() { Birthday = new LocalDate(1990, 11, 5) };

        public int TierRank => 2;

        public int Purchases => 6;

        public LocalDate? LastPurchase { get; } = new LocalDate(2026, 5, 20);

        public int EventsBetween(string type, LocalDate from, LocalDate to) => 0;
    }
}
