using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>A part of a field's values; every value, and no value, is in exactly one.</summary>
public sealed record DemographicBand
{
    /// <summary>The stable key, such as <c>35-44</c> or <c>implausible-high</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What it holds.</summary>
    public required DemographicBandKind Kind { get; init; }
}
