namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>A hold of the naive ledger.</summary>
internal sealed class NaiveHold
{
    public required string Name { get; init; }

    public required long Made { get; init; }

    public required long Until { get; init; }

    public required List<(NaiveLot Lot, long Units)> Lots { get; init; }

    /// <summary>How it ended: c for captured, v for given back; null while it is open.</summary>
    public char? End { get; set; }

    public bool EndedByTime { get; set; }

    public long? EndedAt { get; set; }
}
