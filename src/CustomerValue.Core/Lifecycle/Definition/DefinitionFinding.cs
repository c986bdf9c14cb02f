using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>Something that the check of a definition found.</summary>
public sealed record DefinitionFinding
{
    /// <summary>What it is.</summary>
    public required DefinitionFindingKind Kind { get; init; }

    /// <summary>The stage, event, transition or grouping, by key.</summary>
    public required string Where { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>Whether the definition can't be used with it.</summary>
    public required bool IsError { get; init; }
}
