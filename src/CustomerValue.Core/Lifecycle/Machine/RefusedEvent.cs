using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>An event that led nowhere: not allowed in the stage of its day, or no guard held.</summary>
public sealed record RefusedEvent
{
    /// <summary>The event.</summary>
    public required LifecycleEvent Event { get; init; }

    /// <summary>Why, and what would allow it.</summary>
    public required LocalizedText Reason { get; init; }
}
