namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>A tier of customers and what it asks of established and potential value. Immutable.</summary>
public sealed record CustomerTier
{
    /// <summary>The tier as people speak of it.</summary>
    public required Segment Segment { get; init; }

    /// <summary>The level that the established value reaches. Default <see cref="EstablishedLevel.Low"/>: any.</summary>
    public EstablishedLevel EstablishedAtLeast { get; init; }

    /// <summary>Whether the potential value must be high. Default false: it may be anything.</summary>
    public bool PotentialHigh { get; init; }

    internal bool AsksNothing => EstablishedAtLeast == EstablishedLevel.Low && !PotentialHigh;

    internal bool Holds(EstablishedLevel established, bool potentialHigh) => established >= EstablishedAtLeast && (potentialHigh || !PotentialHigh);
}
