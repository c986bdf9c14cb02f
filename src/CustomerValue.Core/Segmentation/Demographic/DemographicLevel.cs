using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>One level or category of a field with the texts that stand for it.</summary>
public sealed record DemographicLevel
{
    /// <summary>The stable key: letters and digits in groups with single hyphens between.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The texts, at least one; compared without regard to case, blanks, hyphens, underscores, dots and apostrophes.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
