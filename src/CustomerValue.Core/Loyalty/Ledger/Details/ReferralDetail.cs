namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A referral that came to its end.</summary>
/// <param name="Referrer">The number of the member who referred.</param>
/// <param name="Order">The order by which it qualified, or null.</param>
/// <param name="ReferrerLots">The lots that it gave him; a refund of the order takes them back.</param>
public sealed record ReferralDetail(long Referrer, string? Order, IReadOnlyList<int> ReferrerLots) : EntryDetail;
