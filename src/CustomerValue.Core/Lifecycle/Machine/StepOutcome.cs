namespace CustomerValue.Lifecycle.Machine;

/// <summary>What came of an event.</summary>
public enum StepOutcome
{
    /// <summary>Nothing leads away: time passed and nothing is due.</summary>
    Stayed,

    /// <summary>A transition was made, to another stage or to the same one anew.</summary>
    Moved,

    /// <summary>A guard of time holds and must hold for some days more.</summary>
    Waiting,

    /// <summary>The event is not allowed in this stage, or no guard holds.</summary>
    Refused,
}
