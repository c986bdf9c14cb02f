using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>A way from stages to a stage: what sets it off, and what must hold.</summary>
public sealed record LifecycleTransition
{
    /// <summary>The rule's name, such as <c>L6</c>; unique in a definition.</summary>
    public required string Id { get; init; }

    /// <summary>Keys of the stages it leaves. Empty: it begins the lifecycle of a customer who is in none.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Key of the stage it leads to; one of <see cref="From"/> for an event that renews the stage.</summary>
    public required string To { get; init; }

    /// <summary>Key of the event that sets it off, or <see cref="LifecycleDefinition.Time"/> for the passing of time.</summary>
    public required string On { get; init; }

    /// <summary>What must hold. Default: nothing. A guard of time may only ask that something grew to a bound or fell to one, so that what holds goes on to hold.</summary>
    public Guard Guard { get; init; } = Guard.Always;

    /// <summary>Days for which a guard of time must have held. Default 0; ≥ 0, and 0 for events.</summary>
    public int HoldDays { get; init; }

    /// <summary>What lets a guard of time act without waiting for <see cref="HoldDays"/>; null for nothing.</summary>
    public Guard? AtOnce { get; init; }

    /// <summary>Which of several transitions on one event is tried first: the smallest rank. Those of one rank may never hold at once. Default 0.</summary>
    public int Rank { get; init; }

    /// <summary>What is kept as evidence; at least all that guards look at. Null, the default, for just that.</summary>
    public IReadOnlyList<Measure>? Evidence { get; init; }

    /// <summary>Whether it shows that the customer was taken for lost wrongly: such transitions are counted. Default: false.</summary>
    public bool IsFalseAlarm { get; init; }

    /// <summary>Whether it may only be set off with a reason given, such as the closing of an account. Default: false.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>What it means, in a sentence; empty where the guard says enough.</summary>
    public LocalizedText Description { get; init; }

    /// <summary>Every measure that the guards look at, each once, in order.</summary>
    internal IEnumerable<Measure> Looked => Guard.Measures.Concat(AtOnce?.Measures ?? []).Distinct().OrderBy(measure => measure);

    /// <summary>What is kept.</summary>
    internal IReadOnlyList<Measure> Kept => Evidence ?? [.. Looked];
}
