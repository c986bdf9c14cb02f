using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Events;

/// <summary>A tier is given.</summary>
public sealed record TierAssigned : LoyaltyEvent
{
    /// <summary>The level.</summary>
    public required string Level { get; init; }

    /// <summary>By hand, for life, by a match of status or on trial.</summary>
    public TierReason Kind { get; init; } = TierReason.ManualOverride;

    /// <summary>Until when (excluded), or null for ever.</summary>
    public Instant? Until { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.TierAssign;
}
