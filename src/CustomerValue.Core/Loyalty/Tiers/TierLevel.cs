using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>A tier.</summary>
public sealed record TierLevel
{
    /// <summary>Its name, such as <c>gold</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, or null for the id.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>What it takes: qualifying points, spend in major units, or visits; 0 for the lowest level, rising strictly.</summary>
    public required decimal From { get; init; }

    /// <summary>What it takes over all time to keep it for life, or null where it can't be.</summary>
    public decimal? LifetimeFrom { get; init; }

    /// <summary>What its members have: a discount, a contact, events.</summary>
    public IReadOnlyList<TierBenefit> Benefits { get; init; } = [];
}
