using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A tier that was given.</summary>
/// <param name="Assignment">Which, how and until when.</param>
public sealed record TierDetail(TierAssignment Assignment) : EntryDetail;
