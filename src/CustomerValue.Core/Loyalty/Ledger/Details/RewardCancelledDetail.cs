namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A reward that was given back.</summary>
/// <param name="Source">Its name.</param>
public sealed record RewardCancelledDetail(string Source) : EntryDetail;
