using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Holds rules to what is known of columns.</summary>
internal static class RuleSchema
{
    /// <summary>Every place where a rule asks what its column can't answer; columns used in two ways are refused without a schema too.</summary>
    public static IEnumerable<DataProblem> Problems(IReadOnlyList<SegmentRule> rules, IReadOnlyList<RuleField>? fields)
    {
        if (fields?.GroupBy(field => field.Column, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToArray() is { Length: > 0 } twice)
            return twice.Select(column => new DataProblem { Field = column, Message = "is given twice; say once what it holds." });
        Dictionary<string, RuleField> known = (fields ?? []).ToDictionary(field => field.Column, StringComparer.Ordinal);
        IEnumerable<DataProblem> ofFields = rules.SelectMany((rule, i) => CellCutter.Leaves(rule.Condition).SelectMany(leaf => Of(leaf.Column, leaf.Condition, fields is null ? null : known)
            .Select(wrong => new DataProblem { Field = $"rules[{i}].{leaf.Column}", Value = wrong.Value, Message = wrong.Message })));
        return ofFields.Concat(rules.SelectMany(rule => CellCutter.Leaves(rule.Condition)).Where(leaf => leaf.Condition is RangeCondition).GroupBy(leaf => leaf.Column, StringComparer.Ordinal)
            .Where(column => !known.ContainsKey(column.Key) && column.Select(leaf => ((RangeCondition)leaf.Condition).IsDate).Distinct().Count() > 1)
            .Select(column => new DataProblem { Field = column.Key, Message = "is compared with numbers and with dates; a column holds one of them." }));
    }

    private static IEnumerable<(string? Value, string Message)> Of(string column, Condition leaf, Dictionary<string, RuleField>? fields)
    {
        if (fields is null)
            return [];
        if (!fields.TryGetValue(column, out RuleField? field))
            return RuleField.Known.ContainsKey(column) ? [] : [(null, $"is no known field; known are {string.Join(", ", fields.Keys.OrderBy(name => name, StringComparer.Ordinal))}.")];
        return leaf switch
        {
            RangeCondition range when field.Kind == RuleFieldKind.Category => [(range.ToString(), "compares a category; ask which values it is in.")],
            RangeCondition range when range.IsDate != (field.Kind == RuleFieldKind.Date) => [(range.ToString(), $"compares with a {(range.IsDate ? "date, but the field holds numbers" : "number, but the field holds dates")}.")],
            RangeCondition range => range.Bounds.Where(bound => !IsWithin(bound.Value, field)).Select(bound => ((string?)bound.ToString(), $"is beside what is plausible: {Range(field)}.")),
            InCondition among when field is { Kind: RuleFieldKind.Category, Values.Count: > 0 } =>
                among.Values.Except(field.Values, StringComparer.Ordinal).Select(value => ((string?)value, $"is no known category; known are {string.Join(", ", field.Values)}.")),
            _ => [],
        };
    }

    /// <summary>The end of a half-open interval may stand one above the last value.</summary>
    private static bool IsWithin(double bound, RuleField field) => bound >= field.Least && bound <= (field.IsWhole ? field.Most + 1 : field.Most);

    private static string Range(RuleField field)
    {
        string End(double end) => double.IsInfinity(end) ? "…" : new Bound(end, field.Kind == RuleFieldKind.Date).ToString();
        return $"{End(field.Least)} to {End(field.Most)}";
    }
}
