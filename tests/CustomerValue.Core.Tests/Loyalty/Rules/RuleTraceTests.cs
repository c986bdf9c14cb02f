using CustomerValue.Labels;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;
using static CustomerValue.Tests.Loyalty.Rules.RuleShop;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>Why a rule paid what it paid, in both languages.</summary>
public sealed class RuleTraceTests
{
    [Fact]
    public void S14_The_trace_of_a_saturday()
    {
        CompiledProgram program = CompiledProgram.Load(RuleScenarioTests.Saturday(Composition.AdditiveOnBase));
        RuleTrace trace = new();
        Evaluate(program, RuleScenarioTests.OnSaturday(program), trace: trace);
        Assert.Equal(
            $"programme {program.Hash}\n" +
            "base: fires: 100 PTS\n" +
            "tier-multiplier: fires: 50 PTS\n" +
            "birthday-2x: fires: 100 PTS\n" +
            "weekend-2x: lost to birthday-2x: of equal priority, and its id comes first\n" +
            "  → It would pay if birthday-2x did not fire.\n",
            trace.In(DisplayLanguage.English));
        Assert.Equal(
            $"计划 {program.Hash}\n" +
            "base：触发：100 PTS\n" +
            "tier-multiplier：触发：50 PTS\n" +
            "birthday-2x：触发：100 PTS\n" +
            "weekend-2x：让位于 birthday-2x：优先级相同，其 id 在前\n" +
            "  → 若 birthday-2x 未触发则会发放。\n",
            trace.In(DisplayLanguage.Chinese));
        // The same object serves the next evaluation.
        Evaluate(program, Paid(program, Order(1)), trace: trace);
        Assert.Equal([OutcomeKind.Fired, OutcomeKind.Fired, OutcomeKind.NotFired, OutcomeKind.NotFired], trace.Outcomes.Select(outcome => outcome.Kind));
    }

    [Fact]
    public void S12_A_trimmed_bonus_says_by_what()
    {
        LoyaltyRule coffee = Rule("coffee-3x", 30, Times(3, Under("coffee"))) with { Cap = new Cap { Id = "coffee-3x", Wallet = "PTS", Period = CivilPeriod.LocalMonth, Limit = 200 } };
        CompiledProgram program = CompiledProgram.Load(Program(Base, coffee));
        RuleTrace trace = new();
        Evaluate(program, Paid(program, Order(Line("1", 50.25m, "coffee"))), new ShopCounters().With(new CounterKey("coffee-3x", 20605, false), 120), trace);
        Assert.Equal("fires: 50 PTS (50.25 exactly, rounded down)", trace.Outcomes[0].Describe().English);
        Assert.Equal(Fraction.Of(50.25m), trace.Outcomes[0].Awards[0].Exact);
        RuleOutcome outcome = trace.Outcomes[1];
        Assert.Equal((OutcomeKind.Trimmed, 100L, 80L, 80L), (outcome.Kind, outcome.Cuts[0].Wanted, outcome.Cuts[0].Granted, outcome.Cuts[0].Left));
        Assert.Equal("trimmed: 100 PTS (100.5 exactly, rounded down); cap coffee-3x has 80 of 200 PTS left: 80 paid instead of 100", outcome.Describe().English);
        Assert.Equal("被上限削减：100 PTS（精确值 100.5，向下取整）；上限 coffee-3x（200 PTS）剩余 80：发放 80，原应 100", outcome.Describe().Chinese);
        Assert.Equal("More is paid from 2026-07-01 on.", outcome.Change().English);
    }

    [Fact]
    public void What_stops_a_rule_is_named_with_what_was_found_and_what_would_change_it()
    {
        RuleWindow june18 = new() { Days = new DayRange { From = new LocalDate(2026, 6, 18), To = new LocalDate(2026, 6, 19) }, DailyFrom = new LocalTime(10, 0), DailyTo = new LocalTime(22, 0) };
        Condition both = new AllCondition { Of = [new TierCondition { AtLeast = "base" }, new AmountCondition { AtLeast = Cny(200) }, new OrderFieldCondition { Field = OrderField.Channel, In = ["web"] }] };
        CompiledProgram program = CompiledProgram.Load(Program(
            Rule("a-window", 0, Fixed(1)) with { Window = june18 },
            Rule("b-amount", 0, Fixed(1)) with { When = both },
            Rule("c-unknown", 0, Fixed(1)) with { When = new SegmentCondition { Segmentation = "rfm", In = ["champions"] } },
            Rule("d-limit", 0, Fixed(1)) with { Limit = new RuleLimit { Period = CivilPeriod.CalendarYear, Times = 2 } },
            Rule("e-once", 0, Fixed(1)) with { Limit = new RuleLimit() }));
        ShopCounters counters = new ShopCounters().With(new CounterKey("d-limit#times", 20454, false), 2).With(new CounterKey("e-once#times", 0, false), 1);
        RuleTrace trace = new();
        Assert.Equal(0, Evaluate(program, Paid(program, Order(100)), counters, trace).Count);
        Assert.Equal(
            [
                "a-window: does not fire: asked is that on 2026-06-18, from 10:00 to 22:00; found: 2026-06-01 12:00:00",
                "  → It fires on 2026-06-18, from 10:00 to 22:00.",
                "b-amount: does not fire: asked is that the eligible amount is at least 200.00 CNY; found: 100.00 CNY",
                "  → It would fire if this held: the eligible amount is at least 200.00 CNY.",
                "c-unknown: does not fire: asked is that the member's segment in rfm is champions; found: the member has no label in rfm",
                "  → It would fire if it were known that the member's segment in rfm is champions.",
                "d-limit: does not fire: it pays 2 times in a calendar year; used 2 times",
                "  → It pays again from 2027-01-01 on.",
                "e-once: does not fire: it pays once; used 1 time",
                "  → It pays again only where what was paid is taken back, or the programme changes.",
            ],
            trace.In(DisplayLanguage.English).TrimEnd().Split('\n').Skip(1));
        Assert.IsType<AmountCondition>(trace.Outcomes[1].FailedCondition);
        Assert.True(trace.Outcomes[2].IsUnknown);
        Assert.Equal(("可积分金额不低于 200.00 CNY", "100.00 CNY"), (trace.Outcomes[1].Required.Chinese, trace.Outcomes[1].Actual.Chinese));
    }

    [Theory]
    [InlineData(GroupMode.BestForMember, 1, 10, "lost to b: that one pays more")]
    [InlineData(GroupMode.BestForIssuer, 1, 90, "lost to b: that one pays less")]
    [InlineData(GroupMode.FirstByPriority, 9, 90, "lost to b: priority 5 comes before 9")]
    public void A_rule_that_lost_says_why(GroupMode mode, int priority, int points, string told)
    {
        CompiledProgram program = CompiledProgram.Load(Program(Rule("a", priority, Fixed(points)) with { Group = "g" }, Rule("b", 5, Fixed(50)) with { Group = "g" }) with
        {
            Groups = [new RuleGroup { Id = "g", Mode = mode }],
        });
        RuleTrace trace = new();
        Evaluate(program, Paid(program, Order(1)), trace: trace);
        Assert.Equal(told, trace.Outcomes.Single(outcome => outcome.Rule.Id == "a").Describe().English);
    }
}
