using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Json;

/// <summary>The words of rules in documents.</summary>
internal static class RuleWords
{
    public const string Between = "between", In = "in", Missing = "missing", All = "all", Any = "any", Not = "not";

    public static readonly IReadOnlyDictionary<string, Comparison> Comparisons = new Dictionary<string, Comparison>
    {
        ["less"] = Comparison.Less,
        ["at-most"] = Comparison.AtMost,
        ["equal"] = Comparison.Equal,
        ["at-least"] = Comparison.AtLeast,
        ["greater"] = Comparison.Greater,
    };

    public static readonly IReadOnlyDictionary<string, RuleFieldKind> Kinds = new Dictionary<string, RuleFieldKind>
    {
        ["number"] = RuleFieldKind.Number,
        ["category"] = RuleFieldKind.Category,
        ["date"] = RuleFieldKind.Date,
    };
}
