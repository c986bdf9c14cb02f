namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>What a customer's referrals were worth, with the bounds of what isn't known: how much of it they caused.</summary>
public readonly record struct EstablishedInfluence
{
    /// <summary>At the causal share of the options, or of the links where they have one.</summary>
    public required decimal Value { get; init; }

    /// <summary>At λ = 0: saved acquisition cost less rewards.</summary>
    public required decimal IfNoneCaused { get; init; }

    /// <summary>At λ = 1. Below <see cref="IfNoneCaused"/> where the referred customers lost money.</summary>
    public required decimal IfAllCaused { get; init; }
}
