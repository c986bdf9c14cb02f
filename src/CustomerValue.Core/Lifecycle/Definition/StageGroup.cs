using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>Stages under one name.</summary>
public sealed record StageGroup
{
    /// <summary>The stable key, such as <c>retention</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Keys of its stages.</summary>
    public required IReadOnlyList<string> Stages { get; init; }
}
