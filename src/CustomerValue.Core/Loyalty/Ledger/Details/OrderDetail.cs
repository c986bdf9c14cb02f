using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>An order that was paid.</summary>
/// <param name="Order">The order.</param>
public sealed record OrderDetail(Order Order) : EntryDetail;
