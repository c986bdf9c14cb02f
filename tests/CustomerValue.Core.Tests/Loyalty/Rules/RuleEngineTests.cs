using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Validation;
using NodaTime;
using static CustomerValue.Tests.Loyalty.Rules.RuleShop;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>What rules pay, beside the scenarios: groups, limits, steps, referrals, types of the user's own.</summary>
public sealed class RuleEngineTests
{
    [Theory]
    [InlineData(GroupMode.Stack, "a 10, b 30, c 20")]
    [InlineData(GroupMode.BestForMember, "b 30")]
    [InlineData(GroupMode.BestForIssuer, "a 10")]
    [InlineData(GroupMode.FirstByPriority, "a 10")]
    [InlineData(GroupMode.Exclusive, "a 10")]
    public void A_group_settles_who_pays(GroupMode mode, string told)
    {
        CompiledProgram program = Grouped(new RuleGroup { Id = "g", Mode = mode }, ("a", 1, 10), ("b", 2, 30), ("c", 3, 20));
        Assert.Equal(told, Told(program, Evaluate(program, Paid(program, Order(1)))));
    }

    [Fact]
    public void Ties_go_to_the_lower_priority_then_to_the_lower_id()
    {
        foreach (GroupMode mode in new[] { GroupMode.BestForMember, GroupMode.BestForIssuer, GroupMode.FirstByPriority, GroupMode.Exclusive })
        {
            CompiledProgram program = Grouped(new RuleGroup { Id = "g", Mode = mode }, ("z", 1, 10), ("b", 2, 10), ("a", 2, 10));
            Assert.Equal("z 10", Told(program, Evaluate(program, Paid(program, Order(1)))));
            program = Grouped(new RuleGroup { Id = "g", Mode = mode }, ("b", 2, 10), ("a", 2, 10));
            Assert.Equal("a 10", Told(program, Evaluate(program, Paid(program, Order(1)))));
        }
    }

    [Fact]
    public void An_exclusive_group_silences_those_that_it_excludes()
    {
        RuleGroup[] groups = [new() { Id = "x", Mode = GroupMode.Exclusive, Excludes = ["s"] }, new() { Id = "y", Mode = GroupMode.Exclusive, Excludes = ["x"] }, new() { Id = "s" }];
        LoyaltyRule x = Rule("x1", 1, Fixed(1)) with { Group = "x" };
        LoyaltyRule y = Rule("y1", 9, Fixed(2)) with { Group = "y" };
        LoyaltyRule s = Rule("s1", 5, Fixed(4)) with { Group = "s" };
        foreach ((LoyaltyRule[] rules, string told) in new[] { (new[] { x, s }, "x1 1"), ([x, y, s], "s1 4, y1 2"), ([y, s], "s1 4, y1 2"), ([s], "s1 4") })
        {
            CompiledProgram program = CompiledProgram.Load(Program(rules) with { Groups = groups });
            Assert.Equal(told, Told(program, Evaluate(program, Paid(program, Order(1)))));
        }
        // Two that exclude one another: the first by priority stays.
        CompiledProgram circle = CompiledProgram.Load(Program(x, y) with { Groups = [groups[0] with { Excludes = ["y"] }, groups[1]] });
        Assert.Equal("x1 1", Told(circle, Evaluate(circle, Paid(circle, Order(1)))));
    }

    [Fact]
    public void The_best_multiplier_is_measured_on_the_base_of_its_lines()
    {
        CompiledProgram program = CompiledProgram.Load(Program(
            Base, Rule("coffee-3x", 1, Times(3, Under("coffee"))) with { Group = "g" }, Rule("all-2x", 2, Times(2)) with { Group = "g" }) with
        {
            Groups = [new RuleGroup { Id = "g", Mode = GroupMode.BestForMember }],
        });
        Assert.Equal("base 100, coffee-3x 120", Told(program, Evaluate(program, Paid(program, Order(Line("1", 60, "coffee"), Line("2", 40, "tea"))))));
        Assert.Equal("base 100, all-2x 100", Told(program, Evaluate(program, Paid(program, Order(Line("1", 40, "coffee"), Line("2", 60, "tea"))))));
    }

    [Theory]
    [InlineData(Composition.AdditiveOnBase, 50, 100, 40)]
    [InlineData(Composition.Multiplicative, 50, 150, 120)]
    public void Multipliers_of_lines_come_together_line_by_line(Composition composition, long tier, long twice, long coffee)
    {
        LoyaltyProgram rich = Program(Base, Rule("tier", 1, Times(1.5m)), Rule("twice", 2, Times(2)), Rule("x-coffee", 3, Times(2, Under("coffee"))));
        CompiledProgram program = CompiledProgram.Load(rich with { Composition = composition });
        RuleFacts facts = Paid(program, Order(Line("1", 40, "coffee"), Line("2", 60, "tea")));
        AwardList awards = Evaluate(program, facts);
        Assert.Equal($"base 100, tier {tier}, twice {twice}, x-coffee {coffee}", Told(program, awards));
        Assert.Equal([Fraction.Of(coffee, 1), Fraction.Zero], program.LinesOf(awards[3], facts));
    }

    [Theory]
    [InlineData("99.99", 10)]
    [InlineData("100", 20)]
    [InlineData("49.99", 0)]
    public void Only_full_steps_count_where_they_are_asked_for(string amount, long points) =>
        Assert.Equal(points, Points(Program(Rule("steps", 0, new EarnEffect { Points = 10, Per = Cny(50), WholeSteps = true })), Order(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Items_earn_by_quantity_and_those_that_do_not_earn_stay_out()
    {
        Order order = Order(Line("1", 1, "coffee", 5), Line("2", 1, "coffee", 3) with { Eligible = false }, Line("3", 1, "tea", 2.5m));
        Assert.Equal(15, Points(Program(Rule("items", 0, new EarnEffect { Points = 2, PerQuantity = 1 })), order));
        Assert.Equal(2, Points(Program(Rule("items", 0, new EarnEffect { Points = 1, PerQuantity = 2, WholeSteps = true, Lines = Under("coffee") })), order));
        Assert.Equal(2, Points(Program(Rule("amount", 0, PerYuan(1))), order));
    }

    [Fact]
    public void A_limit_counts_times_that_paid_in_its_period()
    {
        CompiledProgram program = CompiledProgram.Load(Program(Rule("month", 0, Fixed(5), Fixed(7)) with { Limit = new RuleLimit { Period = CivilPeriod.LocalMonth, Times = 2 } }));
        ShopCounters counters = new();
        foreach ((string at, long points) in new[] { ("2026-06-01T04:00:00Z", 12L), ("2026-06-02T04:00:00Z", 12), ("2026-06-30T15:59:59Z", 0), ("2026-06-30T16:00:00Z", 12) })
        {
            RuleFacts facts = Paid(program, Order(1), at: at);
            AwardList awards = Evaluate(program, facts, counters);
            Assert.Equal(points, Sum(awards));
            counters.Book(program, awards, facts);
        }
    }

    [Fact]
    public void A_referral_pays_both_and_counts_with_the_one_who_refers()
    {
        LoyaltyRule rule = new()
        {
            Id = "referral",
            On = EventTypes.ReferralQualified,
            When = new NotCondition { Of = new ReferralCycleCondition() },
            Limit = new RuleLimit { Of = AwardTo.Referrer, Period = CivilPeriod.CalendarYear, Times = 1 },
            Then = [Fixed(200, AwardTo.Referee), Fixed(300, AwardTo.Referrer)],
        };
        CompiledProgram program = CompiledProgram.Load(Program(rule));
        RuleFacts facts = Referred(program, new ShopMember(), new ReferralFacts { Referrer = new ShopMember() });
        AwardList awards = Evaluate(program, facts);
        Assert.Equal([(AwardTo.Referee, 200L), (AwardTo.Referrer, 300)], [(awards[0].To, awards[0].Granted), (awards[1].To, awards[1].Granted)]);
        Assert.Empty(program.UsesOf(awards[0], facts));
        CounterUse use = Assert.Single(program.UsesOf(awards[1], facts));
        Assert.Equal(new CounterUse(new CounterKey("referral" + CounterKey.Times, 20454, false, true), 1, false), use);
        Assert.Equal(0, Evaluate(program, facts, new ShopCounters().With(use.Key, 1)).Count);
    }

    [Fact]
    public void A_fixed_award_goes_by_amounts_and_in_equal_parts_where_there_are_none()
    {
        CompiledProgram program = CompiledProgram.Load(Program(Rule("fixed", 0, Fixed(10))));
        foreach ((Order order, Fraction[] parts) in new[]
        {
            (Order(Line("1", 1), Line("2", 2)), new[] { Fraction.Of(10, 3), Fraction.Of(20, 3) }),
            (Order(Line("1", 0), Line("2", 0), Line("3", 0)), [Fraction.Of(10, 3), Fraction.Of(10, 3), Fraction.Of(10, 3)]),
        })
        {
            RuleFacts facts = Paid(program, order);
            Assert.Equal(parts, program.LinesOf(Evaluate(program, facts)[0], facts));
        }
    }

    [Fact]
    public void A_user_adds_a_condition_and_an_effect_by_a_type()
    {
        CompiledProgram program = CompiledProgram.Load(Program(Rule("own", 0, new PerLineEffect { Each = 3 }) with
        {
            When = new EvenLinesCondition(),
            Cap = new Cap { Id = "own", Wallet = "PTS", Limit = 10 },
        }));
        Assert.Equal("own 6", Told(program, Evaluate(program, Paid(program, Order(Line("1", 1), Line("2", 1))))));
        Assert.Equal("own 10", Told(program, Evaluate(program, Paid(program, Order(Line("1", 1), Line("2", 1), Line("3", 1), Line("4", 1))))));
        RuleTrace trace = new();
        Evaluate(program, Paid(program, Order(Line("1", 1))), trace: trace);
        Assert.Equal("does not fire: asked is that the number of lines is even; found: 1", trace.Outcomes[0].Describe().English);
    }

    [Fact]
    public void A_coupon_comes_without_points()
    {
        CompiledProgram program = CompiledProgram.Load(Program(Rule("gift", 0, new IssueCouponEffect { Reward = "tea" }) with { Limit = new RuleLimit() }) with
        {
            Rewards = [new CustomerValue.Loyalty.Rewards.Reward { Id = "tea" }],
        });
        RuleFacts facts = Paid(program, Order(1));
        AwardList awards = Evaluate(program, facts);
        Assert.Equal((AwardKind.Reward, -1, 0L), (awards[0].Kind, awards[0].Wallet, awards[0].Granted));
        Assert.True(Assert.Single(program.UsesOf(awards[0], facts)).Key.CountsTimes);
    }

    [Fact]
    public void An_order_in_another_currency_earns_nothing_per_amount()
    {
        Money dollars = new(100, new Currency("USD"));
        Assert.Equal(0, Points(Program(Base, Rule("twice", 1, Times(2))), new Order { Id = "O1", Lines = [new OrderLine { Id = "1", Amount = dollars }] }));
    }

    [Fact]
    public void What_is_too_large_to_count_is_an_error()
    {
        LoyaltyProgram program = Program(Rule("huge", 0, PerYuan(1_000_000_000_000m))) with { Wallets = [new Wallet { Id = "PTS", Scale = 6 }] };
        Assert.Throws<OverflowException>(() => Points(program, Order(1_000_000_000_000m)));
        Assert.Throws<DataRejectedException>(() => new OrderFacts(Order(Line("1", 600_000_000_000m), Line("2", 600_000_000_000m))));
    }

    [Fact]
    public void A_rule_that_does_not_do_what_its_example_says_is_refused()
    {
        LoyaltyRule twice = Rule("twice", 1, Times(2)) with
        {
            When = new AmountCondition { AtLeast = Cny(20) },
            Examples = [Example(20, 20), Example(19.99m, 0)],
        };
        Assert.Equal("twice", CompiledProgram.Load(Program(Base, twice)).Rules[1].Id);
        ProgramFinding finding = Assert.Single(CompiledProgram.Check(Program(Base, twice with { Examples = [Example(20, 20), Example(19, 19)] })), finding => finding.Severity == FindingSeverity.Error);
        Assert.Equal((ProgramFindingCode.ExampleFailed, "$.rules[1].examples[1]", "twice"), (finding.Code, finding.Path, finding.Rule));
        Assert.Equal(
            "The example expects 19 PTS; the rule pays 0: does not fire: asked is that the eligible amount is at least 20.00 CNY; found: 19.00 CNY", finding.Message.English);
        Assert.Throws<ProgramRejectedException>(() => CompiledProgram.Load(Program(Base, twice with { Examples = [Example(20, 21)] })));
    }

    [Fact]
    public void Evaluating_without_a_trace_allocates_nothing()
    {
        CompiledProgram program = CompiledProgram.Load(RuleScenarioTests.Saturday(Composition.Multiplicative) with { Rounding = new RoundingPolicy { Scope = RoundingScope.LineRule } });
        RuleFacts facts = RuleScenarioTests.OnSaturday(program);
        AwardList awards = new();
        ShopCounters counters = new();
        for (int warm = 0; warm < 100; warm++)
            program.Evaluate(facts, counters, awards);
        Assert.Equal(0, Allocation.Of(() => program.Evaluate(facts, counters, awards)));
    }

    private static RuleExample Example(decimal amount, decimal points) => new()
    {
        Given = new OrderPaid { Key = "k", Member = new CustomerId("m"), OccurredAt = At("2026-06-01T04:00:00Z"), Order = Order(amount) },
        Expect = new Dictionary<string, decimal> { ["PTS"] = points },
    };

    private static CompiledProgram Grouped(RuleGroup group, params (string Id, int Priority, decimal Points)[] rules) => CompiledProgram.Load(
        Program([.. rules.Select(rule => Rule(rule.Id, rule.Priority, Fixed(rule.Points)) with { Group = group.Id })]) with { Groups = [group] });

    private sealed record EvenLinesCondition : Condition
    {
        public override Truth Test(in RuleFacts facts) => facts.Order is not { } order ? Truth.Unknown : order.Order.Lines.Count % 2 == 0 ? Truth.True : Truth.False;

        public override LocalizedText Describe() => new("the number of lines is even", "行数为偶数");

        public override LocalizedText Actual(in RuleFacts facts) => new($"{facts.Order?.Order.Lines.Count}", $"{facts.Order?.Order.Lines.Count}");

        public override void WriteTo(ContentWriter writer) => writer.Field("kind", "evenLines");
    }

    private sealed record PerLineEffect : AwardEffect
    {
        public required long Each { get; init; }

        public override Fraction? Points(in RuleFacts facts) => Fraction.Of(Each * (facts.Order?.Order.Lines.Count ?? 0), 1);

        public override LocalizedText Describe() => new($"{Each} points a line", $"每行 {Each} 积分");

        public override void WriteTo(ContentWriter writer) => writer.Field("kind", "perLine").Field("each", Each);
    }
}
