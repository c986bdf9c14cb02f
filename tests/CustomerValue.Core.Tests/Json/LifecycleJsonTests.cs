using System.Text;
using System.Text.Json.Nodes;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Diagrams;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Tests.Lifecycle;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

public sealed class LifecycleJsonTests
{
    public static TheoryData<LifecycleDefinition> Standard => LifecycleDefinitionTests.Standard;

    [Theory]
    [MemberData(nameof(Standard))]
    public void What_is_written_is_read_as_the_same_definition(LifecycleDefinition definition)
    {
        string text = JsonText.Of(stream => LifecycleJson.Write(stream, definition));
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse(text), JsonNode.Parse(Pages.Read("docs/schemas/lifecycle.schema.json"))!));
        LifecycleDefinition read = Read(text);
        Assert.Equal(text, JsonText.Of(stream => LifecycleJson.Write(stream, read)));
        Assert.Equal(LifecycleDiagram.Dot(definition, DisplayLanguage.Chinese), LifecycleDiagram.Dot(read, DisplayLanguage.Chinese));
    }

    [Fact]
    public void A_definition_from_a_file_gives_the_same_histories()
    {
        LifecycleDefinition read = Read(JsonText.Of(stream => LifecycleJson.Write(stream, RetailLifecycle.Create())));
        LifecycleEvent[] events = Lives.Purchases(0, 20, 40, 600, 640);
        Assert.Equal(
            new LifecycleReplay(RetailLifecycle.Create(), Lives.Clock, Lives.Halving).Replay(events, Lives.Day(900)).Changes.Select(change => (change.On, change.Stage, change.Transition.Id, change.Evidence, change.Reason)),
            new LifecycleReplay(read, Lives.Clock, Lives.Halving).Replay(events, Lives.Day(900)).Changes.Select(change => (change.On, change.Stage, change.Transition.Id, change.Evidence, change.Reason)));
    }

    [Theory]
    [InlineData("standing", "\"high\"", "$.stages[0].standing")]
    [InlineData("on", "\"sold\"", "L1")]
    [InlineData("to", "\"nowhere\"", "L1")]
    [InlineData("guard", "{\"is\":\"about\",\"measure\":\"silence\",\"value\":1}", "$.transitions[0].guard.is")]
    [InlineData("guard", "{\"is\":\"below\",\"measure\":\"mood\",\"value\":1}", "$.transitions[0].guard.measure")]
    [InlineData("guard", "{\"is\":\"below\",\"measure\":\"silence\",\"value\":1,\"formula\":\"c < 1\"}", "$.transitions[0].guard.formula")]
    [InlineData("holdDays", "-1", "$.transitions[0].holdDays")]
    public void What_is_no_definition_is_refused_where_it_is_wrong(string field, string value, string where)
    {
        JsonNode document = JsonNode.Parse(JsonText.Of(stream => LifecycleJson.Write(stream, RetailLifecycle.Create())))!;
        JsonObject part = document[field == "standing" ? "stages" : "transitions"]![0]!.AsObject();
        part[field] = JsonNode.Parse(value);
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => Read(document.ToJsonString()));
        Assert.Contains(refusal.Problems, problem => problem.Field == where || problem.Value == where);
    }

    /// <summary>The definition on the page is one, and says what the page says of it.</summary>
    [Fact]
    public void The_page_s_own_definition_runs()
    {
        LifecycleDefinition newsletter = Read(Assert.Single(Pages.Blocks("docs/lifecycle.md", "json")));
        Assert.Empty(newsletter.Findings);
        LifecycleTransition drift = newsletter.Transitions.Single(transition => transition.Id == "N3");
        Assert.Equal((7, Guard.AtLeast(Measure.Silence, 2)), (drift.HoldDays, drift.Guard));
        LifecycleHistory history = new LifecycleReplay(newsletter, Lives.Clock, Lives.Halving).Replay(Lives.Purchases(0, 20, 40), Lives.Day(900));
        Assert.Equal(["reader", "reader", "reader", "drifting"], history.Changes.Select(change => change.Stage.Key));
    }

    /// <summary>A guard may lie in a guard, but not so deep that reading it could exhaust anything.</summary>
    [Fact]
    public void Depth_is_bounded()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"is\":\"all\",\"of\":[", 40)) + string.Concat(Enumerable.Repeat("]}", 40));
        Assert.Throws<DataRejectedException>(() => Read("{\"guard\":" + deep + "}"));
    }

    [Fact]
    public void Diagrams_name_stages_events_and_guards()
    {
        string mermaid = LifecycleDiagram.Mermaid(AccountLifecycle.Create());
        Assert.StartsWith("stateDiagram-v2\n", mermaid, StringComparison.Ordinal);
        Assert.Contains("    s_cooling --> s_at_risk : L7 time [c ≥ 2.5 or A ＜ 0.5], held 7 days\n", mermaid, StringComparison.Ordinal);
        Assert.Contains("    [*] --> s_prospect : L1 Became known\n", mermaid, StringComparison.Ordinal);
        Assert.Contains("state \"Pool\" as s_pool", mermaid, StringComparison.Ordinal);
        Assert.Contains("state \"公海\" as s_pool", LifecycleDiagram.Mermaid(AccountLifecycle.Create(), DisplayLanguage.Chinese), StringComparison.Ordinal);
        string dot = LifecycleDiagram.Dot(RetailLifecycle.Create());
        Assert.Contains("s_retail_s_cooling -> s_retail_s_at_risk [label=\"L7 time [c ≥ 2.5 or A < 0.5], held 7 days\"];", dot, StringComparison.Ordinal);
        Assert.Equal(dot.Count(c => c == '{'), dot.Count(c => c == '}'));
    }

    private static LifecycleDefinition Read(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return LifecycleJson.Read(stream);
    }
}
