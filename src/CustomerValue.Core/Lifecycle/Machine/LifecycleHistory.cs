using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>The stages of one customer up to a day, as known on a day. Immutable.</summary>
public sealed record LifecycleHistory
{
    /// <summary>The definition.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>The last day looked at.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The day up to which events were known.</summary>
    public required LocalDate KnownOn { get; init; }

    /// <summary>The transitions, in the order in which they were made.</summary>
    public required IReadOnlyList<StageChange> Changes { get; init; }

    /// <summary>Events that led nowhere.</summary>
    public required IReadOnlyList<RefusedEvent> Refused { get; init; }

    /// <summary>The histories of the parallel lifecycles, in the order of the definition.</summary>
    public required IReadOnlyList<LifecycleHistory> Parallel { get; init; }

    /// <summary>The last transition; null where the customer is in no stage yet.</summary>
    public StageChange? Present => Changes.Count == 0 ? null : Changes[Changes.Count - 1];

    /// <summary>How often the customer was taken for lost and came back.</summary>
    public int FalseAlarms => Changes.Count(change => change.Transition.IsFalseAlarm);

    /// <summary>The stage at the end of a day; null before the first. Exactly one at every later day.</summary>
    /// <param name="day">Not after <see cref="AsOf"/>.</param>
    public LifecycleStage? On(LocalDate day)
    {
        if (day > AsOf)
            throw new ArgumentOutOfRangeException(nameof(day), day, $"This history ends on {AsOf}; replay the events up to a later day.");
        return Changes.LastOrDefault(change => change.On <= day)?.Stage;
    }
}
