using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>What is known of a customer that rules look at: a column under one of some names, or worked out of other fields.</summary>
internal sealed record BehavioralField(string Name, BehavioralUnit Unit, LocalizedText Label, params string[] Columns)
{
    /// <summary>Works a value out of the fields before it; NaN where one is missing.</summary>
    /// <param name="values">The definition's fields in order.</param>
    /// <param name="usualGap">The population's usual days between purchases.</param>
    public delegate double Derivation(ReadOnlySpan<double> values, double usualGap);

    /// <summary>Customers without it are incomplete.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Null where the value is in a column.</summary>
    public Derivation? Derive { get; init; }

    /// <summary>Whether it is the sum of the shares of online channels.</summary>
    public bool IsOnlineShare { get; init; }

    /// <summary>Whether options can name its column.</summary>
    public bool HasColumn => Derive is null && !IsOnlineShare;

    public BehavioralField Needed() => this with { IsNeeded = true };
}
