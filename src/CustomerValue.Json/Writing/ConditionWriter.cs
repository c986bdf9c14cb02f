using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a condition.</summary>
internal static class ConditionWriter
{
    /// <exception cref="ArgumentException">The condition is deeper or wider than documents may be, so that nobody could read it.</exception>
    public static void Write(Utf8JsonWriter writer, Condition condition)
    {
        if (writer.CurrentDepth >= StrictDocument.MaxDepth - 1)
            throw new ArgumentException($"Conditions lie too deep in each other for a document, which has at most {StrictDocument.MaxDepth} levels; make them flatter.", nameof(condition));
        writer.WriteStartObject();
        switch (condition)
        {
            case CompareCondition compare:
                Head(writer, Words.Of(RuleWords.Comparisons, compare.Comparison), compare.Column);
                Write(writer, "value", compare.Limit);
                break;
            case BetweenCondition between:
                Head(writer, RuleWords.Between, between.Column);
                Write(writer, "from", between.From);
                Write(writer, "to", between.To);
                break;
            case InCondition among:
                Head(writer, RuleWords.In, among.Column);
                Write(writer, "values", among.Values, writer.WriteStringValue);
                break;
            case MissingCondition missing:
                Head(writer, RuleWords.Missing, missing.Column);
                break;
            case NotCondition not:
                writer.WriteString("is", RuleWords.Not);
                writer.WritePropertyName("of");
                Write(writer, not.Condition);
                break;
            default:
                CompoundCondition compound = (CompoundCondition)condition;
                writer.WriteString("is", compound.IsAll ? RuleWords.All : RuleWords.Any);
                Write(writer, "of", compound.Conditions, part => Write(writer, part));
                break;
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes an array that is no longer than readers take.</summary>
    public static void Write<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> values, Action<T> write)
    {
        if (values.Count > StrictValue.LongestArray)
            throw new ArgumentException($"There are {values.Count} {name}; a document has at most {StrictValue.LongestArray} in a place.", nameof(values));
        writer.WriteStartArray(name);
        foreach (T value in values)
            write(value);
        writer.WriteEndArray();
    }

    private static void Head(Utf8JsonWriter writer, string form, string column)
    {
        writer.WriteString("is", form);
        writer.WriteString("column", column);
    }

    private static void Write(Utf8JsonWriter writer, string name, Bound bound)
    {
        if (bound.IsDate)
            writer.WriteString(name, bound.ToString());
        else
            writer.WriteNumber(name, bound.Value);
    }
}
