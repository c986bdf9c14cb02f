using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>A movement of points on a statement. Units are those of the wallet (10^−scale of a point).</summary>
public sealed record StatementLine
{
    /// <summary>From when it counts.</summary>
    public required Instant At { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Its place in the member's journal; 0 for what time alone did and nobody has written down.</summary>
    public long Sequence { get; init; }

    /// <summary>The key of the event with which it was recorded, or null.</summary>
    public string? Key { get; init; }

    /// <summary>When it became known, or null for what nobody has written down.</summary>
    public Instant? RecordedAt { get; init; }

    /// <summary>Whether time alone caused it.</summary>
    public bool IsDue { get; init; }

    /// <summary>What it is about: the order that earned or was refunded, what was paid for, or the hold; null for nothing that has a name.</summary>
    public string? Source { get; init; }

    /// <summary>How much more is pending afterwards.</summary>
    public long Pending { get; init; }

    /// <summary>How much more is available afterwards.</summary>
    public long Available { get; init; }

    /// <summary>How much more is held afterwards.</summary>
    public long Held { get; init; }

    /// <summary>How much more is owed afterwards.</summary>
    public long Debt { get; init; }

    /// <summary>The lots that it moved, each with what made it.</summary>
    public required IReadOnlyList<StatementLot> Lots { get; init; }
}
