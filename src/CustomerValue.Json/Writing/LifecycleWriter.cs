using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;

namespace CustomerValue.Json.Writing;

/// <summary>Writes lifecycle definitions.</summary>
internal static class LifecycleWriter
{
    public static void Write(Utf8JsonWriter writer, LifecycleDefinition definition)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        WriteFields(writer, definition);
        ConditionWriter.Write(writer, "parallel", definition.Parallel, parallel =>
        {
            writer.WriteStartObject();
            WriteFields(writer, parallel);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, LifecycleDefinition definition)
    {
        WriteName(writer, definition.Key, definition.Label);
        writer.WriteString("definitionVersion", definition.Version);
        ConditionWriter.Write(writer, "events", definition.Events, each => WriteNamed(writer, each.Key, each.Label, () => { }));
        ConditionWriter.Write(writer, "stages", definition.Stages, stage => WriteNamed(writer, stage.Key, stage.Label, () =>
        {
            writer.WriteText("description", stage.Description);
            writer.WriteNumber("standing", stage.Standing);
            writer.WriteBoolean("isEnd", stage.IsEnd);
        }));
        ConditionWriter.Write(writer, "transitions", definition.Transitions, transition => Write(writer, transition));
        ConditionWriter.Write(writer, "groupings", definition.Groupings, grouping => WriteNamed(writer, grouping.Key, grouping.Label, () =>
            ConditionWriter.Write(writer, "groups", grouping.Groups, group => WriteNamed(writer, group.Key, group.Label, () =>
                ConditionWriter.Write(writer, "stages", group.Stages, writer.WriteStringValue)))));
    }

    private static void Write(Utf8JsonWriter writer, LifecycleTransition transition)
    {
        writer.WriteStartObject();
        writer.WriteString("id", transition.Id);
        ConditionWriter.Write(writer, "from", transition.From, writer.WriteStringValue);
        writer.WriteString("to", transition.To);
        writer.WriteString("on", transition.On);
        writer.WritePropertyName("guard");
        Write(writer, transition.Guard);
        writer.WriteNumber("holdDays", transition.HoldDays);
        if (transition.AtOnce is { } atOnce)
        {
            writer.WritePropertyName("atOnce");
            Write(writer, atOnce);
        }

        writer.WriteNumber("rank", transition.Rank);
        if (transition.Evidence is { } evidence)
            ConditionWriter.Write(writer, "evidence", evidence, measure => writer.WriteStringValue(Words.Of(LifecycleWords.Measures, measure)));
        writer.WriteBoolean("isFalseAlarm", transition.IsFalseAlarm);
        writer.WriteBoolean("needsReason", transition.NeedsReason);
        writer.WriteText("description", transition.Description);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Guard guard)
    {
        writer.WriteStartObject();
        switch (guard)
        {
            case CompareGuard compare:
                writer.WriteString("is", Words.Of(LifecycleWords.Comparisons, compare.Comparison));
                writer.WriteString("measure", Words.Of(LifecycleWords.Measures, compare.Measure));
                writer.WriteNumber("value", compare.Bound);
                break;
            case AnyGuard any:
                writer.WriteString("is", RuleWords.Any);
                ConditionWriter.Write(writer, "of", any.Guards, part => Write(writer, part));
                break;
            default:
                writer.WriteString("is", RuleWords.All);
                ConditionWriter.Write(writer, "of", ((AllGuard)guard).Guards, part => Write(writer, part));
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter writer, string key, LocalizedText label, Action rest)
    {
        writer.WriteStartObject();
        WriteName(writer, key, label);
        rest();
        writer.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter writer, string key, LocalizedText label)
    {
        writer.WriteString("key", key);
        writer.WriteText("label", label);
    }
}
