using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>A kind of event that a definition knows.</summary>
public sealed record LifecycleEventType
{
    /// <summary>The stable key, such as <c>purchase</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }
}
