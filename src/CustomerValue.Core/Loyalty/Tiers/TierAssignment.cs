using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>A tier that was given rather than reached.</summary>
/// <param name="Level">The level's id.</param>
/// <param name="Kind">One of <see cref="TierReason.ManualOverride"/>, <see cref="TierReason.Lifetime"/>, <see cref="TierReason.StatusMatch"/>, <see cref="TierReason.Trial"/>.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when (excluded), or null for ever.</param>
public sealed record TierAssignment(string Level, TierReason Kind, Instant From, Instant? Until);
