namespace CustomerValue.Loyalty.Tiers;

/// <summary>Where a member stands: the place of his tier, why, and what counts in the period.</summary>
internal readonly record struct Standing(int Rank, TierReason Reason, decimal Qualifying);
