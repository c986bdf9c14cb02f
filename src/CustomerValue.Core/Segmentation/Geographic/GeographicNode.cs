namespace CustomerValue.Segmentation.Geographic;

/// <summary>A place in a tree of places: a country, a province within it, or a cell within a larger one. Immutable.</summary>
public sealed record GeographicNode
{
    /// <summary>The names from the largest place to this one, compared ordinally.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Customers of the population here, those of all places within counted. ≥ 0.</summary>
    public required int Customers { get; init; }

    /// <summary>Whether the place has a segment; customers of one that has none are in the segment of the nearest larger place that has one.</summary>
    public required bool IsSegment { get; init; }
}
