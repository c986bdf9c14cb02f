using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>Stages put together as people speak of them, such as the phases of acquisition, maintenance and retention.</summary>
public sealed record StageGrouping
{
    /// <summary>The stable key, such as <c>phases</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The groups; a stage is in one of them at most.</summary>
    public required IReadOnlyList<StageGroup> Groups { get; init; }

    /// <summary>The group of a stage, or null where it is in none.</summary>
    public StageGroup? GroupOf(string stage) => Groups.FirstOrDefault(group => group.Stages.Contains(stage));
}
