using CustomerValue.Loyalty.Amounts;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A refund.</summary>
/// <param name="Order">The order.</param>
/// <param name="Remaining">What is left of each line afterwards, as parts of 1.</param>
public sealed record RefundDetail(string Order, IReadOnlyList<Fraction> Remaining) : EntryDetail;
