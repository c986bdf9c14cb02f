using CustomerValue.Segmentation.Rules;
using NodaTime;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a condition, whose form is named by <c>is</c>. How deep conditions may lie in each other is bounded by the document's depth.</summary>
internal static class ConditionReader
{
    private const string Conditions = "an array of at most 1000 conditions";

    private static readonly Dictionary<string, Func<StrictObject, Condition?>> Forms = RuleWords.Comparisons
        .ToDictionary(word => word.Key, word => (Func<StrictObject, Condition?>)(fields => Compare(fields, word.Value)))
        .Concat(new Dictionary<string, Func<StrictObject, Condition?>>
        {
            [RuleWords.Between] = Between,
            [RuleWords.In] = In,
            [RuleWords.Missing] = fields => Column(fields) is { Length: > 0 } column ? Condition.Missing(column) : null,
            [RuleWords.All] = fields => Parts(fields) is { } parts ? Condition.All(parts) : null,
            [RuleWords.Any] = fields => Parts(fields) is { } parts ? Condition.Any(parts) : null,
            [RuleWords.Not] = fields => Read(fields["of"]) is { } part ? Condition.Not(part) : null,
        })
        .ToDictionary(form => form.Key, form => form.Value);

    /// <summary>The condition; null where there was a problem, which is listed.</summary>
    public static Condition? Read(StrictValue value) => value.Object(fields => fields["is"].Choice(Forms)?.Invoke(fields), "a condition such as {\"is\":\"at-least\",\"column\":\"age\",\"value\":30}");

    private static string Column(StrictObject fields) => fields["column"].Text(name => !string.IsNullOrWhiteSpace(name), "the name of a column");

    private static Condition? Compare(StrictObject fields, Comparison comparison)
    {
        long before = fields.Problems.Count;
        string column = Column(fields);
        (double number, LocalDate? day) = Bound(fields["value"]);
        return fields.Problems.Count > before ? null : day is { } date ? Condition.Compare(column, comparison, date) : Condition.Compare(column, comparison, number);
    }

    private static Condition? Between(StrictObject fields)
    {
        long before = fields.Problems.Count;
        string column = Column(fields);
        (double from, LocalDate? first) = Bound(fields["from"]);
        (double to, LocalDate? last) = Bound(fields["to"]);
        if (fields.Problems.Count > before)
            return null;
        if (first is { } start && last is { } end && start < end)
            return Condition.Between(column, start, end);
        if (first is null && last is null && from < to)
            return Condition.Between(column, from, to);
        fields["to"].Reject(first is null ? $"a number above {from:R}, where the interval starts" : $"a date after {first:uuuu-MM-dd}, where the interval starts");
        return null;
    }

    private static Condition? In(StrictObject fields)
    {
        long before = fields.Problems.Count;
        string column = Column(fields);
        const string allowed = "an array of 1 to 1000 texts, none blank";
        string[] values = [.. fields["values"].Array(allowed).Select(value => value.Text(text => !string.IsNullOrWhiteSpace(text), "a text that is not blank"))];
        if (values.Length == 0 && fields.Problems.Count == before)
            fields["values"].Reject(allowed);
        return fields.Problems.Count > before ? null : Condition.In(column, values);
    }

    private static Condition[]? Parts(StrictObject fields)
    {
        long before = fields.Problems.Count;
        Condition?[] parts = [.. fields["of"].Array(Conditions).Select(Read)];
        return fields.Problems.Count > before ? null : [.. parts.OfType<Condition>()];
    }

    private static (double Number, LocalDate? Date) Bound(StrictValue value) => value.IsText ? (0, value.Date()) : (value.Number(_ => true, "a finite number, or a date such as \"2024-06-30\""), null);
}
