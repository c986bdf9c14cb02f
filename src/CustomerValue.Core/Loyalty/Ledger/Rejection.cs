using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>A refusal: why, and what to do.</summary>
/// <param name="Error">Why.</param>
/// <param name="Message">Why and what to do, for people.</param>
public sealed record Rejection(LedgerError Error, LocalizedText Message);
