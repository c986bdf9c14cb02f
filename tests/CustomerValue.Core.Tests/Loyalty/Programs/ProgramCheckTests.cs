using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;

namespace CustomerValue.Tests.Loyalty.Programs;

/// <summary>Each finding by the smallest change of a good programme that brings it about.</summary>
public sealed class ProgramCheckTests
{
    private const string Earns = "\"on\":\"order.paid\",\"then\":[{\"earn\":{\"points\":\"1\"}}]";

    [Fact]
    public void The_small_programme_has_no_errors() => Assert.Equal([ProgramFindingCode.UnboundedLiability], ProgramCheck.Of(ProgramDocuments.Read(ProgramDocuments.Small)).Select(finding => finding.Code));

    [Theory]
    [InlineData("program", "\"a b\"", "InvalidId", "$.program")]
    [InlineData("timeZone", "\"Mars/Olympus\"", "UnknownTimeZone", "$.timeZone")]
    [InlineData("effective/to", "\"2026-01-01\"", "EmptyWindow", "$.effective")]
    [InlineData("margin", "\"1.5\"", "OutOfRange", "$.margin")]
    [InlineData("wallets/-", "{\"id\":\"PTS\"}", "DuplicateId", "$.wallets[1].id")]
    [InlineData("wallets/0/expiry/period", "\"P9000Y\"", "InvalidPeriod", "$.wallets[0].expiry.period")]
    [InlineData("wallets/0/liabilityUnitValue", "\"0.01 USD\"", "MixedCurrencies", "$.rules[0].then[0].earn.rate.per")]
    [InlineData("wallets/0/consume", "[\"sequence\",\"sequence\"]", "DuplicateId", "$.wallets[0].consume")]
    [InlineData("tiers/wallet", "\"GEMS\"", "UnknownWallet", "$.tiers.wallet")]
    [InlineData("tiers/period", "\"rolling\"", "InvalidPeriod", "$.tiers.window")]
    [InlineData("tiers/levels/1/from", "\"0\"", "TiersNotRising", "$.tiers.levels[1].from")]
    [InlineData("tiers/levels/0/from", "\"1\"", "TiersNotRising", "$.tiers.levels")]
    [InlineData("groups/1/excludes", "[\"one\"]", "Incomplete", "$.groups[1].excludes")]
    [InlineData("groups/1", "{\"id\":\"sum\",\"mode\":\"exclusive\",\"excludes\":\"none\"}", "UnknownGroup", "$.groups[1].excludes[0]")]
    [InlineData("caps/0/limit", "\"0\"", "CapNotPositive", "$.caps[0].limit")]
    [InlineData("caps/0/limit", "\"0.5\"", "OutOfRange", "$.caps[0].limit")]
    [InlineData("caps/0/wallet", "\"GEMS\"", "UnknownWallet", "$.caps[0].wallet")]
    [InlineData("rules/1/on", "\"order.payed\"", "UnknownEvent", "$.rules[1].on")]
    [InlineData("rules/1/group", "\"two\"", "UnknownGroup", "$.rules[1].group")]
    [InlineData("rules/1/cap", "\"weekly\"", "UnknownCap", "$.rules[1].cap")]
    [InlineData("rules/1/id", "\"base\"", "DuplicateId", "$.rules[1].id")]
    [InlineData("rules/1/then/0/bonus/factor", "\"0.9\"", "BonusBelowOne", "$.rules[1].then[0].bonus.factor")]
    [InlineData("rules/1/then/0/bonus", "{\"factorByTier\":{\"gold\":\"0.5\"}}", "BonusBelowOne", "$.rules[1].then[0].bonus.factorByTier.gold")]
    [InlineData("rules/1/then/0/bonus", "{\"factorByTier\":{\"diamond\":\"2\"}}", "UnknownTier", "$.rules[1].then[0].bonus.factorByTier")]
    [InlineData("rules/1/then/0/bonus", "{}", "Incomplete", "$.rules[1].then[0].bonus.factor")]
    [InlineData("rules/1/then", "[]", "Incomplete", "$.rules[1].then")]
    [InlineData("rules/1/on", "\"member.joined\"", "WrongEvent", "$.rules[1].then[0].bonus")]
    [InlineData("rules/2/on", "\"order.paid\"", "WrongEvent", "$.rules[2].then[0]")]
    [InlineData("rules/0/then/0/earn/to", "\"referrer\"", "WrongEvent", "$.rules[0].then[0].earn.to")]
    [InlineData("rules/0/limit", "{\"per\":\"referrer\"}", "WrongEvent", "$.rules[0].limit.per")]
    [InlineData("rules/0/then/0/earn/rate/per", "\"0.00 CNY\"", "OutOfRange", "$.rules[0].then[0].earn.rate.per")]
    [InlineData("rules/0/then/0/earn/rate/points", "\"2000000000000\"", "OutOfRange", "$.rules[0].then[0].earn.rate.points")]
    [InlineData("rules/0/then/0/earn", "{\"points\":\"0.5\"}", "OutOfRange", "$.rules[0].then[0].earn.points")]
    [InlineData("rules/0/then/0/earn/lines", "{\"category\":{\"under\":\"wine\"}}", "UnknownCategory", "$.rules[0].then[0].earn.lines.category.under")]
    [InlineData("rules/0/then/0/earn/lines", "{\"category\":{\"under\":\"coffee/beans\",\"notUnder\":\"coffee\"}}", "ContradictoryCondition", "$.rules[0].then[0].earn.lines")]
    [InlineData("rules/0/then/0/earn/wallet", "\"GEMS\"", "UnknownWallet", "$.rules[0].then[0].earn.wallet")]
    [InlineData("rules/0/then/0", "{\"issueCoupon\":{\"reward\":\"mug\"}}", "UnknownReward", "$.rules[0].then[0].issueCoupon.reward")]
    [InlineData("rules/1/window", "{\"from\":\"2026-06-18\",\"to\":\"2026-06-18\"}", "EmptyWindow", "$.rules[1].window")]
    [InlineData("rules/1/window", "{\"daily\":{\"from\":\"10:00\",\"to\":\"10:00\"}}", "EmptyWindow", "$.rules[1].window.daily")]
    [InlineData("rules/1/window", "{\"monthDays\":[0]}", "OutOfRange", "$.rules[1].window.monthDays[0]")]
    [InlineData("rules/1/when", "{\"tier\":{\"atLeast\":\"diamond\"}}", "UnknownTier", "$.rules[1].when.tier.atLeast")]
    [InlineData("rules/1/when", "{\"all\":[]}", "Incomplete", "$.rules[1].when.all")]
    [InlineData("rules/1/when", "{\"purchaseNumber\":{}}", "Incomplete", "$.rules[1].when.purchaseNumber")]
    [InlineData("rules/1/when", "{\"count\":{\"of\":\"app.chekin\",\"reaches\":3}}", "UnknownEvent", "$.rules[1].when.count.of")]
    [InlineData("rules/1/when", "{\"streak\":{\"of\":\"order.paid\",\"unit\":\"calendarYear\",\"length\":3}}", "OutOfRange", "$.rules[1].when.streak.unit")]
    [InlineData("rules/1/when", "{\"referralCycle\":true}", "WrongEvent", "$.rules[1].when.referralCycle")]
    [InlineData("rules/1/when", "{\"isBirthday\":{\"window\":{\"before\":\"P200D\"}}}", "OutOfRange", "$.rules[1].when.isBirthday.window.before")]
    [InlineData("rules/1/when", "{\"sameIdentityHash\":[]}", "Incomplete", "$.rules[1].when.sameIdentityHash")]
    [InlineData("rewards/0/price", "\"0\"", "OutOfRange", "$.rewards[0].price")]
    [InlineData("rewards/0/priceByTier", "{\"diamond\":\"5\"}", "UnknownTier", "$.rewards[0].priceByTier")]
    [InlineData("policies/holdTimeout", "\"PT0M\"", "OutOfRange", "$.policies.holdTimeout")]
    [InlineData("events/-", "\"no spaces\"", "InvalidId", "$.events[1]")]
    public void What_is_wrong_is_named_where_it_is(string path, string value, string code, string where)
    {
        ProgramFinding[] found = Find(path, value);
        ProgramFinding finding = Assert.Single(found, finding => finding.Code.ToString() == code && finding.Path == where);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.NotEqual(finding.Message.English, finding.Message.Chinese);
        Assert.Equal(where.StartsWith("$.rules", StringComparison.Ordinal), finding.Rule is not null || code == "DuplicateId" && where.StartsWith("$.rules", StringComparison.Ordinal));
        ProgramRejectedException refusal = new(found);
        Assert.Contains(where, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"all\":[{\"amount\":{\"ge\":\"20.00 CNY\"}},{\"amount\":{\"lt\":\"20.00 CNY\"}}]}")]
    [InlineData("{\"amount\":{\"gt\":\"20.00 CNY\",\"le\":\"20.00 CNY\"}}")]
    [InlineData("{\"all\":[{\"tier\":{\"in\":\"gold\"}},{\"all\":[{\"tier\":{\"in\":\"base\"}}]}]}")]
    [InlineData("{\"all\":[{\"channel\":{\"in\":\"web\"}},{\"channel\":{\"in\":[\"app\",\"store\"]}}]}")]
    [InlineData("{\"all\":[{\"tier\":{\"in\":\"gold\"}},{\"not\":{\"tier\":{\"in\":\"gold\"}}}]}")]
    [InlineData("{\"all\":[{\"purchaseNumber\":{\"is\":3}},{\"purchaseNumber\":{\"every\":2}}]}")]
    [InlineData("{\"all\":[{\"purchaseNumber\":{\"every\":2}},{\"purchaseNumber\":{\"is\":3}}]}")]
    [InlineData("{\"quantity\":{\"ge\":\"3\",\"le\":\"2\"}}")]
    [InlineData("{\"memberFor\":{\"ge\":\"P30D\",\"lt\":\"P30D\"}}")]
    [InlineData("{\"all\":[{\"tier\":{\"in\":\"gold\"}},{\"any\":[{\"tier\":{\"in\":\"base\"}},{\"quantity\":{\"ge\":\"3\",\"le\":\"2\"}}]}]}")]
    [InlineData("{\"window\":{\"from\":\"2026-07-01\",\"to\":\"2026-08-01\"}}")]
    public void Conditions_that_can_t_hold_are_errors(string when) =>
        Assert.Contains(Find("rules/1/when", when), finding => finding is { Code: ProgramFindingCode.ContradictoryCondition, Path: "$.rules[1].when", Rule: "double" });

    [Theory]
    [InlineData("{\"amount\":{\"ge\":\"20.00 CNY\",\"le\":\"20.00 CNY\"}}")]
    [InlineData("{\"all\":[{\"amount\":{\"ge\":\"20.00 CNY\"}},{\"amount\":{\"lines\":{\"brand\":{\"in\":\"a\"}},\"lt\":\"5.00 CNY\"}}]}")]
    [InlineData("{\"all\":[{\"purchaseNumber\":{\"is\":4}},{\"purchaseNumber\":{\"every\":2}}]}")]
    [InlineData("{\"all\":[{\"purchaseNumber\":{\"every\":2}},{\"purchaseNumber\":{\"is\":4}}]}")]
    [InlineData("{\"any\":[{\"tier\":{\"in\":\"gold\"}},{\"not\":{\"tier\":{\"in\":\"gold\"}}}]}")]
    [InlineData("{\"window\":{\"from\":\"2026-06-07\",\"to\":\"2026-07-01\"}}")]
    public void Conditions_that_can_hold_are_none(string when) => Assert.DoesNotContain(Find("rules/1/when", when), finding => finding.Severity == FindingSeverity.Error);

    [Theory]
    [InlineData("\"priority\":10", "OverlappingRules", "Error")]
    [InlineData("\"priority\":10,\"window\":{\"from\":\"2026-06-07\",\"to\":\"2026-06-30\"}", "OverlappingRules", "Error")]
    [InlineData("\"priority\":10,\"window\":{\"from\":\"2026-06-08\",\"to\":\"2026-06-30\"}", null, null)]
    [InlineData("\"priority\":10,\"when\":{\"tier\":{\"in\":\"base\"}}", null, null)]
    [InlineData("\"priority\":11", null, null)]
    [InlineData("\"priority\":9", "UnreachableRule", "Warning")]
    public void Rules_of_an_exclusive_group_tie_or_hide_each_other(string how, string? code, string? severity)
    {
        string[] found = [.. Find("rules/-", $"{{\"id\":\"other\",\"group\":\"one\",{how},{Earns}}}").Where(finding => finding.Code is ProgramFindingCode.OverlappingRules or ProgramFindingCode.UnreachableRule).Select(finding => $"{finding.Code} {finding.Severity}")];
        Assert.Equal(code is null ? [] : [$"{code} {severity}"], found);
    }

    [Fact]
    public void Where_the_first_one_counts_a_tie_is_pointed_out()
    {
        string text = ProgramDocuments.Changed("groups/0/mode", "\"firstByPriority\"", ProgramDocuments.Changed("rules/-", $"{{\"id\":\"other\",\"group\":\"one\",\"priority\":10,{Earns}}}"));
        Assert.Contains(ProgramCheck.Of(ProgramDocuments.Read(text)), finding => finding is { Code: ProgramFindingCode.OverlappingRules, Severity: FindingSeverity.Warning, Path: "$.rules[3].priority", Rule: "other" });
    }

    [Fact]
    public void Rules_of_a_stack_may_tie() =>
        Assert.DoesNotContain(Find("rules/-", $"{{\"id\":\"other\",\"group\":\"sum\",\"priority\":10,{Earns}}}"), finding => finding.Code == ProgramFindingCode.OverlappingRules);

    [Fact]
    public void A_window_outside_of_the_programme_s_days_is_pointed_out() =>
        Assert.Contains(Find("rules/1/window", "{\"from\":\"2027-01-01\"}"), finding => finding is { Code: ProgramFindingCode.UnreachableRule, Path: "$.rules[1].window", Severity: FindingSeverity.Warning });

    [Theory]
    [InlineData("rules/1/when", "{\"amount\":{\"ge\":\"20.00 CNY\",\"le\":\"100.00 CNY\"}}", true)]
    [InlineData("rules/1/when", "{\"not\":{\"amount\":{\"ge\":\"100.00 CNY\"}}}", true)]
    [InlineData("rules/1/when", "{\"amount\":{\"ge\":\"20.00 CNY\"}}", false)]
    public void Who_spends_more_and_gets_less_is_pointed_out(string path, string value, bool expected) =>
        Assert.Equal(expected, Find(path, value).Any(finding => finding is { Code: ProgramFindingCode.NonMonotoneEarn, Severity: FindingSeverity.Warning }));

    /// <summary>1 point per yuan and one doubling, so 2 points per yuan at most and 1 beyond the cap.</summary>
    [Theory]
    [InlineData("0.49 CNY", null, null)]
    [InlineData("0.5 CNY", null, "Warning")]
    [InlineData("0.99 CNY", null, "Warning")]
    [InlineData("1 CNY", null, "Error")]
    [InlineData("0.1 CNY", "0.2", null)]
    [InlineData("0.1 CNY", "0.19", "Warning")]
    public void Points_worth_more_than_the_margin_or_the_price_are_arbitrage(string value, string? margin, string? severity)
    {
        string text = ProgramDocuments.Changed("wallets/0/liabilityUnitValue", $"\"{value}\"");
        text = margin is null ? text : ProgramDocuments.Changed("margin", $"\"{margin}\"", text);
        Assert.Equal(severity, ProgramCheck.Of(ProgramDocuments.Read(text)).SingleOrDefault(finding => finding.Code == ProgramFindingCode.Arbitrage)?.Severity.ToString());
    }

    [Fact]
    public void A_reward_can_make_points_worth_too_much() =>
        Assert.Contains(Find("rewards/0/value", "\"800.00 CNY\""), finding => finding is { Code: ProgramFindingCode.Arbitrage, Severity: FindingSeverity.Error });

    [Theory]
    [InlineData("rules/2/then", "[{\"restoreRedemptionOf\":{}}]")]
    [InlineData("rules/2/then/0/reverseEarnOf", "{\"includes\":[\"base\",\"once\"]}")]
    [InlineData("rules/2/then/0/reverseEarnOf", "{\"includes\":[]}")]
    public void Refunds_that_leave_points_are_pointed_out(string path, string value) =>
        Assert.Contains(Find(path, value), finding => finding is { Code: ProgramFindingCode.RefundLoop, Severity: FindingSeverity.Warning });

    [Theory]
    [InlineData("{\"id\":\"x\",\"on\":\"member.joined\",\"then\":[{\"earn\":{\"points\":\"1\"}}]}", true)]
    [InlineData("{\"id\":\"x\",\"on\":\"member.joined\",\"once\":\"member\",\"then\":[{\"earn\":{\"points\":\"1\"}}]}", false)]
    [InlineData("{\"id\":\"x\",\"on\":\"member.joined\",\"budget\":{\"limit\":\"5\"},\"then\":[{\"earn\":{\"points\":\"1\"}}]}", false)]
    [InlineData("{\"id\":\"x\",\"on\":\"order.paid\",\"once\":\"member\",\"then\":[{\"bonus\":{\"factor\":\"2\"}}]}", true)]
    public void What_has_no_bound_is_pointed_out(string rule, bool expected) => Assert.Equal(expected, Find("rules/-", rule).Any(finding => finding is { Code: ProgramFindingCode.UnboundedLiability, Rule: "x" }));

    [Fact]
    public void Too_many_rules_are_refused_without_looking_at_all_of_them()
    {
        LoyaltyProgram program = ProgramDocuments.Read(ProgramDocuments.Small);
        LoyaltyRule rule = program.Rules[0];
        program = program with { Rules = [.. Enumerable.Range(0, 10_001).Select(at => rule with { Id = $"r{at}", Group = "one" })] };
        Assert.Contains(ProgramCheck.Of(program), finding => finding is { Code: ProgramFindingCode.TooMany, Path: "$.rules", Severity: FindingSeverity.Error });
    }

    [Fact]
    public void A_refusal_names_the_first_errors_and_counts_the_rest()
    {
        ProgramFinding[] errors = [.. Enumerable.Range(0, 25).Select(at => new ProgramFinding { Severity = FindingSeverity.Error, Code = ProgramFindingCode.InvalidId, Path = $"$.rules[{at}]", Message = new LocalizedText("no", "否") })];
        Assert.EndsWith("… and 5 more errors.", new ProgramRejectedException(errors).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ProgramRejectedException([errors[0] with { Severity = FindingSeverity.Warning }]));
    }

    private static ProgramFinding[] Find(string path, string value) => [.. ProgramCheck.Of(ProgramDocuments.Read(ProgramDocuments.Changed(path, value)))];
}
