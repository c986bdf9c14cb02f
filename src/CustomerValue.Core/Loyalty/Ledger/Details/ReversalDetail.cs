namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>From which part of a lot a reversal was taken.</summary>
/// <param name="Lot">The lot whose earn was reversed.</param>
/// <param name="Remaining">Units that were left of it (pending or available).</param>
/// <param name="Expired">Units that had expired.</param>
/// <param name="Spent">Units that had gone elsewhere, taken from other lots, or owed.</param>
public sealed record ReversalDetail(int Lot, long Remaining, long Expired, long Spent) : EntryDetail;
