using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>Something that members of a tier have.</summary>
public sealed record TierBenefit
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, for people.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>The part of a price that is taken off, between 0 and 1, or null where it is no discount.</summary>
    public decimal? Discount { get; init; }
}
