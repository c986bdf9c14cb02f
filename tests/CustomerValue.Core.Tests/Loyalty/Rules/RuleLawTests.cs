using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using FsCheck.Xunit;
using static CustomerValue.Tests.Loyalty.Rules.RuleShop;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>What holds for any programme and order.</summary>
public sealed class RuleLawTests
{
    private static readonly string[] Categories = ["coffee/beans", "coffee", "tea", "cakes"];

    [Property(MaxTest = 200)]
    public void The_order_of_rules_and_their_names_change_nothing(int seed)
    {
        Random random = new(seed);
        LoyaltyProgram program = Any(random);
        CompiledProgram one = CompiledProgram.Load(program);
        CompiledProgram other = CompiledProgram.Load(program with { Rules = [.. program.Rules.OrderBy(_ => random.Next())], Groups = [.. program.Groups.Reverse()], Caps = [.. program.Caps.Reverse()] });
        CompiledProgram renamed = CompiledProgram.Load(program with { Rules = [.. program.Rules.Select(rule => rule with { Name = new("new name", "新名") })] });
        Assert.Equal(one.Hash, other.Hash);
        Assert.NotEqual(one.Hash, renamed.Hash);
        Order order = AnyOrder(random);
        string told = Told(one, Evaluate(one, Paid(one, order, new ShopMember { TierRank = 1 })));
        Assert.Equal(told, Told(other, Evaluate(other, Paid(other, order, new ShopMember { TierRank = 1 }))));
        Assert.Equal(told, Told(renamed, Evaluate(renamed, Paid(renamed, order, new ShopMember { TierRank = 1 }))));
    }

    [Property(MaxTest = 200)]
    public void A_rule_that_never_fires_changes_nothing(int seed)
    {
        Random random = new(seed);
        LoyaltyProgram program = Any(random);
        LoyaltyRule never = Rule("m-never", 2, PerYuan(7), Times(9)) with { When = new PurchaseNumberCondition { Is = 999 }, Group = "best", SharedCaps = ["perDay"] };
        CompiledProgram one = CompiledProgram.Load(program);
        CompiledProgram more = CompiledProgram.Load(program with { Rules = [never, .. program.Rules] });
        Order order = AnyOrder(random);
        Assert.Equal(Told(one, Evaluate(one, Paid(one, order))), Told(more, Evaluate(more, Paid(more, order))));
    }

    [Property(MaxTest = 200)]
    public void Money_times_ten_at_a_tenth_of_the_rate_earns_the_same(int seed)
    {
        Random random = new(seed);
        LoyaltyProgram program = Any(random);
        CompiledProgram one = CompiledProgram.Load(program);
        CompiledProgram scaled = CompiledProgram.Load(program with { Rules = [.. program.Rules.Select(rule => rule with { Then = [.. rule.Then.Select(Scaled)] })] });
        Order order = AnyOrder(random);
        Order large = order with { Lines = [.. order.Lines.Select(line => line with { Amount = Cny(line.Amount.Amount * 10) })] };
        Assert.Equal(Told(one, Evaluate(one, Paid(one, order))), Told(scaled, Evaluate(scaled, Paid(scaled, large))));
    }

    [Property(MaxTest = 200)]
    public void Lines_sum_to_the_award_and_rounding_moves_it_by_less_than_a_unit(int seed)
    {
        Random random = new(seed);
        CompiledProgram program = CompiledProgram.Load(Any(random));
        RuleFacts facts = Paid(program, AnyOrder(random));
        RuleTrace trace = new();
        AwardList awards = Evaluate(program, facts, trace: trace);
        for (int at = 0; at < awards.Count; at++)
        {
            Award award = awards[at];
            Fraction[] lines = [.. program.LinesOf(award, facts)];
            Assert.Equal(award.Exact, lines.Aggregate(Fraction.Zero, (sum, line) => sum + line));
            long wanted = program.Program.Rounding.Scope == RoundingScope.LineRule && award.Kind != AwardKind.Fixed
                ? lines.Sum(line => line.Round(program.Program.Rounding.Mode))
                : award.Exact.Round(program.Program.Rounding.Mode);
            Assert.Equal(wanted, award.Wanted);
            Assert.InRange(award.Granted, 0, award.Wanted);
        }
        // The trace sees the same awards, and all that it says can be read in both languages.
        Assert.Equal(awards.Count, trace.Outcomes.Sum(outcome => outcome.Awards.Count));
        Assert.All(trace.Outcomes, outcome => Assert.True(outcome.Describe().English.Length > 0 && outcome.Describe().Chinese.Length > 0));
    }

    [Property(MaxTest = 200)]
    public void Caps_are_never_passed_and_what_is_shared_out_is_all_paid(int seed)
    {
        Random random = new(seed);
        CapOverflow overflow = (CapOverflow)random.Next(3);
        long limit = random.Next(1, 200);
        CompiledProgram program = CompiledProgram.Load(Program([.. Enumerable.Range(0, random.Next(1, 8)).Select(at => Rule($"r{at}", at, Fixed(random.Next(1, 90))) with { SharedCaps = ["cap"] })]) with
        {
            Caps = [new Cap { Id = "cap", Wallet = "PTS", Limit = limit, Overflow = overflow }],
        });
        AwardList awards = Evaluate(program, Paid(program, Order(1)));
        long wanted = Enumerable.Range(0, awards.Count).Sum(at => awards[at].Wanted);
        if (overflow == CapOverflow.AllOrNothing)
            Assert.InRange(Sum(awards), 0, limit);
        else
            Assert.Equal(Math.Min(limit, wanted), Sum(awards));
        for (int at = 0; at < awards.Count && overflow == CapOverflow.ProRata && wanted > limit; at++)
            Assert.True(Math.Abs((awards[at].Granted * wanted) - (awards[at].Wanted * limit)) < wanted);
    }

    [Theory]
    [InlineData(16, "a 5, b 5, c 6")]
    [InlineData(17, "a 6, b 5, c 6")]
    [InlineData(15, "a 5, b 5, c 5")]
    public void Units_left_by_sharing_out_go_by_largest_remainder_then_by_priority(int limit, string told)
    {
        CompiledProgram program = CompiledProgram.Load(Program([.. new[] { ("a", 10), ("b", 10), ("c", 11) }.Select(rule => Rule(rule.Item1, 0, Fixed(rule.Item2)) with { SharedCaps = ["cap"] })]) with
        {
            Caps = [new Cap { Id = "cap", Wallet = "PTS", Limit = limit, Overflow = CapOverflow.ProRata }],
        });
        Assert.Equal(told, Told(program, Evaluate(program, Paid(program, Order(1)))));
    }

    [Theory]
    [InlineData(RoundingMode.Floor, "0.5 0, 1.5 1, 2.5 2, 0.4 0, 0.6 0")]
    [InlineData(RoundingMode.Ceiling, "0.5 1, 1.5 2, 2.5 3, 0.4 1, 0.6 1")]
    [InlineData(RoundingMode.Truncate, "0.5 0, 1.5 1, 2.5 2, 0.4 0, 0.6 0")]
    [InlineData(RoundingMode.HalfUp, "0.5 1, 1.5 2, 2.5 3, 0.4 0, 0.6 1")]
    [InlineData(RoundingMode.HalfDown, "0.5 0, 1.5 1, 2.5 2, 0.4 0, 0.6 1")]
    [InlineData(RoundingMode.HalfEven, "0.5 0, 1.5 2, 2.5 2, 0.4 0, 0.6 1")]
    public void Every_mode_rounds_ties_as_it_says(RoundingMode mode, string told)
    {
        LoyaltyProgram program = Program(Base) with { Rounding = new RoundingPolicy { Mode = mode } };
        decimal[] amounts = [0.5m, 1.5m, 2.5m, 0.4m, 0.6m];
        Assert.Equal(told, string.Join(", ", amounts.Select(amount => FormattableString.Invariant($"{amount} {Points(program, Order(amount))}"))));
    }

    private static Effect Scaled(Effect effect) => effect is EarnEffect { Per: { } per } earn ? earn with { Per = Cny(per.Amount * 10) } : effect;

    private static Order AnyOrder(Random random) => Order([.. Enumerable.Range(0, random.Next(1, 6)).Select(at =>
        Line($"{at}", random.Next(0, 30000) / 100m, random.Next(5) is var category && category < 4 ? Categories[category] : null, random.Next(1, 4)))]);

    private static LoyaltyProgram Any(Random random)
    {
        List<LoyaltyRule> rules = [Rule("base", 0, PerYuan(random.Next(1, 300) / 100m))];
        for (int at = 0; at < random.Next(1, 8); at++)
        {
            LineFilter lines = random.Next(2) == 0 ? LineFilter.All : Under(Categories[random.Next(4)]);
            Effect effect = random.Next(5) switch
            {
                0 => Fixed(random.Next(1, 100)),
                1 => PerYuan(random.Next(1, 50) / 10m) with { Lines = lines },
                2 => new EarnEffect { Points = 10, Per = Cny(20), WholeSteps = true, Lines = lines },
                _ => Times(1 + (random.Next(1, 8) / 4m), lines),
            };
            string? group = random.Next(3) switch { 0 => "best", 1 => "first", _ => null };
            // Where the first rule wins, two of one priority are refused.
            rules.Add(Rule($"r{at}", group == "first" ? 10 - at : random.Next(3), effect) with
            {
                Group = group,
                SharedCaps = random.Next(3) == 0 ? ["perDay"] : [],
                When = random.Next(3) == 0 ? new AnyLineCondition { Lines = lines } : null,
            });
        }
        return Program([.. rules]) with
        {
            Composition = (Composition)random.Next(2),
            Rounding = new RoundingPolicy { Scope = (RoundingScope)random.Next(2), Mode = (RoundingMode)random.Next(6) },
            Groups = [new RuleGroup { Id = "best", Mode = GroupMode.BestForMember }, new RuleGroup { Id = "first", Mode = GroupMode.FirstByPriority }],
            Caps = [new Cap { Id = "perDay", Wallet = "PTS", Limit = 150, Overflow = (CapOverflow)random.Next(3) }],
        };
    }
}
