using CustomerValue.Labels;

namespace CustomerValue.Segmentation;

/// <summary>A group of customers as people speak of it.</summary>
public sealed record Segment
{
    /// <summary>The stable key for files and code, such as <c>at-risk</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Who is in it, in one sentence; empty where nothing is to be said.</summary>
    public LocalizedText Description { get; init; }
}
