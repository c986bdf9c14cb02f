using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;
using static CustomerValue.Tests.Loyalty.Rules.RuleShop;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>The acceptance scenarios that rules decide, with each alternative policy.</summary>
public sealed class RuleScenarioTests
{
    [Theory]
    [InlineData(RoundingScope.OrderRule, RoundingMode.Floor, 31)]
    [InlineData(RoundingScope.LineRule, RoundingMode.Floor, 30)]
    [InlineData(RoundingScope.LineRule, RoundingMode.HalfUp, 33)]
    [InlineData(RoundingScope.OrderRule, RoundingMode.HalfEven, 32)]
    public void S01_Rounding_has_a_scope(RoundingScope scope, RoundingMode mode, long points)
    {
        CompiledProgram program = CompiledProgram.Load(Program(Base) with { Rounding = new RoundingPolicy { Scope = scope, Mode = mode } });
        AwardList awards = Evaluate(program, Paid(program, Order(Line("1", 10.60m), Line("2", 10.60m), Line("3", 10.60m))));
        Assert.Equal(points, awards[0].Granted);
        Assert.Equal(Fraction.Of(31.80m), awards[0].Exact);
    }

    [Theory]
    [InlineData("0.005", "1.00", 1, 0, 0)]
    [InlineData("0.005", "3.00", 2, 2, 1)]
    [InlineData("0.005", "5.00", 3, 2, 2)]
    [InlineData("0.01", "100.50", 101, 100, 100)]
    public void S02_Half_a_cent_is_half_a_cent(string rate, string amount, long halfUp, long halfEven, long floor)
    {
        foreach ((RoundingMode mode, long cents) in new[] { (RoundingMode.HalfUp, halfUp), (RoundingMode.HalfEven, halfEven), (RoundingMode.Floor, floor) })
        {
            LoyaltyProgram program = Program(Rule("cashback", 0, PerYuan(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture)))) with
            {
                Wallets = [new Wallet { Id = "CASH", Scale = 2, Currency = Yuan }],
                Rounding = new RoundingPolicy { Mode = mode },
            };
            Assert.Equal(cents, Points(program, Order(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))));
        }
    }

    [Theory]
    [InlineData(LeapDayPolicy.LastDayOfFebruary, 200, 100, 200)]
    [InlineData(LeapDayPolicy.March1, 100, 200, 200)]
    public void S07_A_birthday_on_29_February(LeapDayPolicy policy, long on28, long on1, long on29)
    {
        LoyaltyProgram program = Program(Base, Rule("birthday-2x", 20, Times(2)) with { When = new BirthdayCondition() }) with { Policies = new ProgramPolicies { LeapDay = policy } };
        ShopMember member = new() { Profile = new MemberProfile { Birthday = new LocalDate(1996, 2, 29) } };
        Assert.Equal(on28, Points(program, Order(100), member, "2025-02-28T04:00:00Z"));
        Assert.Equal(on1, Points(program, Order(100), member, "2025-03-01T04:00:00Z"));
        Assert.Equal(on29, Points(program, Order(100), member, "2028-02-29T04:00:00Z"));
    }

    [Theory]
    [InlineData(3, 8, "2026-03-08T04:59:59Z", 100)]
    [InlineData(3, 8, "2026-03-08T05:00:00Z", 200)]
    [InlineData(3, 8, "2026-03-09T03:59:59Z", 200)]
    [InlineData(3, 8, "2026-03-09T04:00:00Z", 100)]
    [InlineData(11, 1, "2026-11-01T03:59:59Z", 100)]
    [InlineData(11, 1, "2026-11-01T04:00:00Z", 200)]
    [InlineData(11, 1, "2026-11-02T04:30:00Z", 200)]
    [InlineData(11, 1, "2026-11-02T05:00:00Z", 100)]
    public void S08_A_day_has_23_or_25_hours(int month, int day, string at, long points)
    {
        LocalDate date = new(2026, month, day);
        LoyaltyRule twice = Rule("double", 10, Times(2)) with { Window = new RuleWindow { Days = new DayRange { From = date, To = date.PlusDays(1) } } };
        Assert.Equal(points, Points(Program(Base, twice) with { TimeZone = "America/New_York" }, Order(100), at: at));
    }

    [Theory]
    [InlineData(true, 120)]
    [InlineData(false, 0)]
    public void S12_A_category_bonus_with_a_monthly_cap(bool releases, long headroom)
    {
        LoyaltyRule coffee = Rule("coffee-3x", 30, Times(3, Under("coffee"))) with
        {
            When = new AnyLineCondition { Lines = Under("coffee") },
            Cap = new Cap { Id = "coffee-3x", Wallet = "PTS", Period = CivilPeriod.LocalMonth, Limit = 200, ReleaseOnReversal = releases },
        };
        CompiledProgram program = CompiledProgram.Load(Program(Base, coffee));
        ShopCounters counters = new();
        RuleFacts first = default;
        AwardList? ofFirst = null;
        foreach ((decimal amount, string told) in new[] { (60m, "base 60, coffee-3x 120"), (50m, "base 50, coffee-3x 80"), (10m, "base 10, coffee-3x 0") })
        {
            RuleFacts facts = Paid(program, Order(Line("1", amount, "coffee/beans")));
            AwardList awards = Evaluate(program, facts, counters);
            Assert.Equal(told, Told(program, awards));
            counters.Book(program, awards, facts);
            if (ofFirst is null)
                (first, ofFirst) = (facts, awards);
        }
        counters.Release(program, ofFirst!, first);
        RuleFacts next = Paid(program, Order(Line("1", 1000, "coffee")));
        Assert.Equal($"base 1000, coffee-3x {headroom}", Told(program, Evaluate(program, next, counters)));
        Assert.Equal("base 1000, coffee-3x 200", Told(program, Evaluate(program, Paid(program, Order(Line("1", 1000, "coffee")), at: "2026-06-30T16:00:00Z"), counters)));
    }

    [Theory]
    [InlineData(CapOverflow.TrimByPriority, null, "A 300, B 200")]
    [InlineData(CapOverflow.ProRata, null, "A 250, B 250")]
    [InlineData(CapOverflow.AllOrNothing, null, "A 300, B 0")]
    [InlineData(CapOverflow.TrimByPriority, 100, "A 100, B 300")]
    [InlineData(CapOverflow.ProRata, 100, "A 100, B 300")]
    public void S13_One_cap_across_campaigns_and_a_budget(CapOverflow overflow, int? budget, string told)
    {
        Cap? ofA = budget is { } limit ? new Cap { Id = "A", Wallet = "PTS", PerMember = false, Limit = limit } : null;
        CompiledProgram program = CompiledProgram.Load(Program(
            Rule("A", 10, Fixed(300)) with { SharedCaps = ["perDay"], Budget = ofA },
            Rule("B", 20, Fixed(300)) with { SharedCaps = ["perDay"] }) with
        {
            Caps = [new Cap { Id = "perDay", Wallet = "PTS", Period = CivilPeriod.LocalDay, Limit = 500, Overflow = overflow }],
        });
        ShopCounters counters = new();
        RuleFacts facts = Paid(program, Order(1));
        AwardList awards = Evaluate(program, facts, counters);
        Assert.Equal(told, Told(program, awards));
        if (ofA is null)
            return;
        counters.Book(program, awards, facts);
        Assert.Equal(100, counters.Used(new CounterKey("A", 0, IsShared: true)));
        Assert.Equal("A 0, B 100", Told(program, Evaluate(program, facts, counters)));
    }

    [Theory]
    [InlineData(Composition.AdditiveOnBase, 250)]
    [InlineData(Composition.Multiplicative, 300)]
    public void S14_Stacking_and_exclusivity(Composition composition, long points)
    {
        CompiledProgram program = CompiledProgram.Load(Saturday(composition));
        RuleTrace trace = new();
        AwardList awards = Evaluate(program, OnSaturday(program), trace: trace);
        Assert.Equal(points, Sum(awards));
        RuleOutcome weekend = Assert.Single(trace.Outcomes, outcome => outcome.Rule.Id == "weekend-2x");
        Assert.Equal((OutcomeKind.LostTo, "birthday-2x", LossReason.Id), (weekend.Kind, weekend.Winner!.Id, weekend.Reason));
    }

    internal static LoyaltyProgram Saturday(Composition composition) => Program(
        Base,
        Rule("tier-multiplier", 10, new BonusEffect { FactorByTier = new Dictionary<string, decimal> { ["silver"] = 1.25m, ["gold"] = 1.5m } }),
        Rule("weekend-2x", 20, Times(2)) with { Group = "doubles", Window = new RuleWindow { Weekdays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] } },
        Rule("birthday-2x", 20, Times(2)) with { Group = "doubles", When = new BirthdayCondition() }) with
    {
        Composition = composition,
        Groups = [new RuleGroup { Id = "doubles", Mode = GroupMode.BestForMember }],
    };

    internal static RuleFacts OnSaturday(CompiledProgram program) => Paid(
        program, Order(100), new ShopMember { TierRank = 2, Profile = new MemberProfile { Birthday = new LocalDate(1990, 6, 6) } }, "2026-06-06T04:00:00Z");
}
