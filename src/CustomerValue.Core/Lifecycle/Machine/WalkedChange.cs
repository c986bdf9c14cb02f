namespace CustomerValue.Lifecycle.Machine;

/// <summary>A transition made while a customer's days are walked.</summary>
internal readonly struct WalkedChange(int day, int stage, int transition, int row, CustomerEvidence before, CustomerEvidence after, int stageSince)
{
    public int Day { get; } = day;

    public int Stage { get; } = stage;

    public int Transition { get; } = transition;

    /// <summary>Row of the event in the events walked; −1 for the passing of time.</summary>
    public int Row { get; } = row;

    /// <summary>What was known before the event.</summary>
    public CustomerEvidence Before { get; } = before;

    /// <summary>What was known after it.</summary>
    public CustomerEvidence After { get; } = after;

    /// <summary>When the stage that was left had begun.</summary>
    public int StageSince { get; } = stageSince;
}
