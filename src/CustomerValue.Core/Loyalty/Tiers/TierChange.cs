using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>A member went from one tier to another.</summary>
/// <param name="At">The first instant of the new tier.</param>
/// <param name="From">The level before.</param>
/// <param name="To">The level from then on.</param>
/// <param name="Up">Whether it is the higher one.</param>
/// <param name="Reason">Why the member has the new one.</param>
public sealed record TierChange(Instant At, string From, string To, bool Up, TierReason Reason);
