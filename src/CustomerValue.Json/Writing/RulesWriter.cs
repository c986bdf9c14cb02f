using System.Text.Json;
using CustomerValue.Segmentation.Rules;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Json.Writing;

/// <summary>Writes rules.</summary>
internal static class RulesWriter
{
    public static void Write(Utf8JsonWriter writer, RuleSegmentation rules)
    {
        if (rules.Fields is { } fields)
            ConditionWriter.Write(writer, "fields", fields, field => Write(writer, field));
        ConditionWriter.Write(writer, "rules", rules.Rules, rule =>
        {
            writer.WriteStartObject();
            SegmentationWriter.WriteFields(writer, rule.Segment);
            writer.WritePropertyName("condition");
            ConditionWriter.Write(writer, rule.Condition);
            writer.WriteEndObject();
        });
        if (rules.IsExact)
            return;
        writer.WriteStartObject("otherwise");
        SegmentationWriter.WriteFields(writer, rules.Otherwise);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RuleField field)
    {
        writer.WriteStartObject();
        writer.WriteString("column", field.Column);
        writer.WriteString("kind", Words.Of(RuleWords.Kinds, field.Kind));
        switch (field.Kind)
        {
            case RuleFieldKind.Category:
                ConditionWriter.Write(writer, "values", field.Values, writer.WriteStringValue);
                break;
            case RuleFieldKind.Date:
                Write(writer, "first", field.FirstDay);
                Write(writer, "last", field.LastDay);
                break;
            default:
                Write(writer, "least", field.Least);
                Write(writer, "most", field.Most);
                writer.WriteBoolean("whole", field.IsWhole);
                break;
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double end)
    {
        if (!double.IsInfinity(end))
            writer.WriteNumber(name, end);
    }

    private static void Write(Utf8JsonWriter writer, string name, LocalDate? day)
    {
        if (day is { } date)
            writer.WriteString(name, LocalDatePattern.Iso.Format(date));
    }
}
