using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>A field of a profile: what it is, which column holds it, how it is cut into bands. <see cref="DemographicFields"/> has the usual ones.</summary>
public sealed record DemographicField
{
    /// <summary>The stable key, such as <c>income</c>: kebab-case.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What it is.</summary>
    public required DemographicKind Kind { get; init; }

    /// <summary>The column, matched without regard to case where there is no exact match; of numbers also several, which are added up. Default: none, which takes the usual names for the key.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>How an age or a number is cut. Default, null: ages at 25, 35, 45, 55 and 65; numbers at the quartiles.</summary>
    public DemographicBands? Bands { get; init; }

    /// <summary>The least plausible value of an age or a number; smaller ones are in a band of their own. Default, null: 10 for ages, none for numbers.</summary>
    public double? Least { get; init; }

    /// <summary>The most that is plausible; larger ones are in a band of their own. Default, null: 110 for ages, none for numbers.</summary>
    public double? Most { get; init; }

    /// <summary>
    /// Finds the most that is plausible in the population where <see cref="Most"/> is null: Q₃ · (Q₃/Q₁)^fence over the positive values, Tukey's
    /// fence on logarithms. At 3 one of 800,000 lies above it where values are lognormal. Needs 20 positive values and Q₁ &lt; Q₃, else there is none. Range: &gt; 0.
    /// </summary>
    public double? Fence { get; init; }

    /// <summary>Whether numbers are whole, such as years or children; bands are named 25–34 then. Ages of births are.</summary>
    public bool Whole { get; init; }

    /// <summary>The levels in their order, or the categories that are known; others are in the band <c>other</c>. Default: none, which takes the 20 most frequent categories of the population.</summary>
    public IReadOnlyList<DemographicLevel> Levels { get; init; } = [];

    /// <summary>Whether values are measured, not named.</summary>
    internal bool IsMeasured => Kind is DemographicKind.Birth or DemographicKind.Number;
}
