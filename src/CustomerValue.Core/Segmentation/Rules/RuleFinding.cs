using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Something that a check of rules found.</summary>
public sealed record RuleFinding
{
    /// <summary>What.</summary>
    public required RuleFindingKind Kind { get; init; }

    /// <summary>The rules that it is about, from 0; none where it is about all.</summary>
    public required IReadOnlyList<int> Rules { get; init; }

    /// <summary>What was found, and what to do, in one sentence; with an example where there is one.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>A customer who shows it, such as <c>age = 35, city = 上海</c>; empty where none is needed.</summary>
    public LocalizedText Example { get; init; }
}
