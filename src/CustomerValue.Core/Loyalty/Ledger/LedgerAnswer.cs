namespace CustomerValue.Loyalty.Ledger;

/// <summary>What became of an event.</summary>
public sealed record LedgerAnswer
{
    /// <summary>The entries that it caused, of all members concerned, in their order; empty where it was refused.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    /// <summary>Why it was refused, or null where it was accepted.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>Whether the event had been answered before, and this is that answer again.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>Whether it was accepted.</summary>
    public bool IsAccepted => Rejection is null;
}
