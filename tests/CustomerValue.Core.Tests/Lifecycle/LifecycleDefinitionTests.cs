using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Lifecycle;

public sealed class LifecycleDefinitionTests
{
    public static TheoryData<LifecycleDefinition> Standard => [RetailLifecycle.Create(), RetailLifecycle.Create(new() { ActiveFrom = 2 }), ContractLifecycle.Create(), AccountLifecycle.Create(), AccountLifecycle.Ownership()];

    [Theory]
    [MemberData(nameof(Standard))]
    public void The_definitions_that_come_along_have_no_findings(LifecycleDefinition definition) => Assert.Empty(definition.Findings);

    [Fact]
    public void Groupings_cover_the_stages_as_people_speak_of_them()
    {
        LifecycleDefinition retail = RetailLifecycle.Create();
        Assert.Equal(["获取", "维护", "挽留"], retail.Groupings[0].Groups.Select(group => group.Label.Chinese));
        Assert.Equal("retention", retail.Groupings[0].GroupOf("cooling")!.Key);
        Assert.Null(retail.Groupings[0].GroupOf("lost"));
        Assert.Equal(["潜在客户", "新客户", "忠诚客户", "流失客户"], retail.Groupings[1].Groups.Select(group => group.Label.Chinese));
        Assert.All(retail.Stages, stage => Assert.NotNull(retail.Groupings[1].GroupOf(stage.Key)));
    }

    [Fact]
    public void A_definition_is_refused_with_all_that_is_wrong()
    {
        IReadOnlyList<DefinitionFinding> findings = Small()
            .With(Stage("island", 1), Stage("trap", 0))
            .With(
                On("purchase", "twice", ["a"], "b", Guard.AtLeast(Measure.Purchases, 3)),
                On("purchase", "trapped", ["b"], "trap"),
                On("time", "back", ["b"], "a", Guard.Below(Measure.Silence, 1)),
                On("time", "kept", ["a"], "b", Guard.Below(Measure.Alive, 0.5)) with { Evidence = [Measure.Silence] },
                On("purchase", "held", ["b"], "b") with { HoldDays = 3, Rank = 1 })
            .Check();
        Assert.Equal(
            ["Overlap forth", "Overlap home", "TimeMayTurnBack a", "TimeMayTurnBack b", "Unreachable island", "DeadEnd island", "DeadEnd trap"],
            findings.Where(finding => finding.Where is not ("back" or "kept" or "held")).Select(finding => $"{finding.Kind} {finding.Where}"));
        Assert.Equal(["TimeMayTurnBack back", "TimeImproves back", "MissingEvidence kept", "Range held"], findings.Where(finding => finding.Where is "back" or "kept" or "held").Select(finding => $"{finding.Kind} {finding.Where}"));
        Assert.All(findings, finding => Assert.True(finding.IsError && finding.Message.Chinese.Length > 0));
    }

    [Fact]
    public void Names_must_stand_for_something()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => Small().With(On("sold", "x", ["a"], "c"), On("time", "forth", ["a"], "b")).Build());
        Assert.Contains("names the stage 'c'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("is set off by 'sold', which is no event; known are time, purchase", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("is given to two transitions", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_smaller_rank_is_tried_first_and_lets_guards_overlap()
    {
        LifecycleDefinition definition = Small().With(On("purchase", "first", ["a"], "a", Guard.AtLeast(Measure.Purchases, 3)) with { Rank = -1 }).Build();
        LifecycleMachine machine = new(definition);
        StageState a = new(0, Lives.Start);
        Assert.Equal(0, machine.Next(a, "purchase", LifecycleEvidence.Unknown with { Purchases = 3 }, Lives.Day(1)).State.Stage);
        Assert.Equal(1, machine.Next(a, "purchase", LifecycleEvidence.Unknown with { Purchases = 2 }, Lives.Day(1)).State.Stage);
    }

    [Fact]
    public void Thresholds_in_the_wrong_order_are_refused()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => RetailLifecycle.Create(new() { AtRiskSilence = 1, DormantAlive = 0.6, ActiveFrom = 1, OneTimerBelow = double.NaN }));
        Assert.Equal(["OneTimerBelow", "ActiveFrom", "AtRiskSilence", "DormantAlive"], refusal.Problems.Select(problem => problem.Field));
    }

    private static LifecycleBuilder Small() => new LifecycleBuilder("small", "1", new("Small", "小"))
        .With(new LifecycleEventType { Key = "purchase", Label = new("Purchase", "购买") })
        .With(Stage("a", 1), Stage("b", 0))
        .With(On("purchase", "begin", [], "a"), On("purchase", "forth", ["a"], "b", Guard.AtLeast(Measure.Purchases, 2)), On("purchase", "home", ["b"], "a"));

    private static LifecycleStage Stage(string key, int standing) => new() { Key = key, Label = new(key, key), Standing = standing };

    private static LifecycleTransition On(string what, string id, string[] from, string to, Guard? guard = null) => new() { Id = id, From = from, To = to, On = what, Guard = guard ?? Guard.Always };
}
