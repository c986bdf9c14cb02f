using CustomerValue.Labels;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>One of the eight segments: its name, what it is called elsewhere, and what to do. Immutable.</summary>
public sealed record ThreeValueDecision
{
    /// <summary>Three letters, <c>h</c> for high or <c>l</c> for low: of established, potential and influence value, such as <c>hlh</c>. The key of the segment.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What published typologies call such customers; empty where nothing is to be said.</summary>
    public LocalizedText Kin { get; init; }

    /// <summary>What to do.</summary>
    public required LocalizedText Decision { get; init; }

    /// <summary>Whether the established value is high.</summary>
    public bool EstablishedHigh => Is(0);

    /// <summary>Whether the potential value is high.</summary>
    public bool PotentialHigh => Is(1);

    /// <summary>Whether the influence value is high.</summary>
    public bool InfluenceHigh => Is(2);

    private bool Is(int letter) => Key is { Length: 3 } && Key[letter] == 'h';
}
