namespace CustomerValue.Lifecycle.Machine;

/// <summary>What came of an event: where the customer stands now, and by which transition.</summary>
public readonly record struct StageStep
{
    /// <summary>Where the customer stands now; as before unless <see cref="Outcome"/> is <see cref="StepOutcome.Moved"/>.</summary>
    public required StageState State { get; init; }

    /// <summary>What came of it.</summary>
    public required StepOutcome Outcome { get; init; }

    /// <summary>Place of the transition made or waited for in the definition's transitions; −1 for none.</summary>
    public required int Transition { get; init; }
}
