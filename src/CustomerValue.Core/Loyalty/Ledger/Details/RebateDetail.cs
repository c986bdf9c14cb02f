using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>What a rebate rests on.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Period">The period's days.</param>
/// <param name="Purchases">Net purchases of the period, in major units.</param>
/// <param name="LastPurchases">The same of the period before.</param>
/// <param name="Rate">The rate that is reached.</param>
public sealed record RebateDetail(string Scheme, DayRange Period, decimal Purchases, decimal LastPurchases, decimal Rate) : EntryDetail;
