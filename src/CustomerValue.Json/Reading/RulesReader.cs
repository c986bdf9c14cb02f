using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rules;
using NodaTime;

namespace CustomerValue.Json.Reading;

/// <summary>Reads rules: with <c>otherwise</c> the first match decides, without it exactly one rule has to hold.</summary>
internal static class RulesReader
{
    public static RuleSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        SegmentRule?[] rules = [.. fields["rules"].Array("an array of at most 1000 rules").Select(rule => rule.Object(Rule))];
        Segment? otherwise = fields["otherwise"].IsMissing ? null : fields["otherwise"].Object(SegmentReader.Read);
        RuleField?[]? schema = fields["fields"].IsMissing ? null : [.. fields["fields"].Array("an array of at most 1000 fields").Select(field => field.Object(Field))];
        if (fields.Problems.Count > before)
            return null;
        return SegmentationReader.Make(fields, null, () => otherwise is null ? RuleSegmentation.Exact(rules!, schema!) : RuleSegmentation.FirstMatch(rules!, otherwise, schema!));
    }

    public static RuleStrategy? Strategy(StrictObject fields) => Read(fields) is { } rules ? new RuleStrategy(rules) : null;

    private static SegmentRule? Rule(StrictObject fields)
    {
        Segment segment = SegmentReader.Read(fields);
        return ConditionReader.Read(fields["condition"]) is { } condition ? new SegmentRule(segment, condition) : null;
    }

    private static RuleField? Field(StrictObject fields)
    {
        long before = fields.Problems.Count;
        string column = fields["column"].Text(name => !string.IsNullOrWhiteSpace(name), "the name of a column");
        RuleFieldKind kind = fields["kind"].Choice(RuleWords.Kinds);
        if (fields.Problems.Count > before)
            return null;
        if (kind == RuleFieldKind.Category)
        {
            string[] values = fields["values"].IsMissing ? [] : [.. fields["values"].Array("an array of at most 1000 texts").Select(value => value.Text())];
            return RuleField.Category(column, values);
        }

        if (kind == RuleFieldKind.Date)
        {
            LocalDate? first = Optional<LocalDate>(fields["first"], value => value.Date()), last = Optional<LocalDate>(fields["last"], value => value.Date());
            return InOrder(fields["last"], !(first > last)) ? RuleField.Date(column, first, last) : null;
        }

        double least = Optional<double>(fields["least"], value => value.Number()) ?? double.NegativeInfinity, most = Optional<double>(fields["most"], value => value.Number()) ?? double.PositiveInfinity;
        bool isWhole = !fields["whole"].IsMissing && fields["whole"].Boolean();
        return InOrder(fields["most"], least <= most) ? RuleField.Number(column, least, most, isWhole) : null;
    }

    private static T? Optional<T>(StrictValue value, Func<StrictValue, T> read)
        where T : struct => value.IsMissing ? null : read(value);

    private static bool InOrder(StrictValue end, bool isInOrder)
    {
        if (!isInOrder)
            end.Reject("at or above the start of the range");
        return isInOrder;
    }
}
