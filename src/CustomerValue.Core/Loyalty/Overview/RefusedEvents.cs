using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;

namespace CustomerValue.Loyalty.Overview;

/// <summary>Events that were refused for one reason.</summary>
/// <param name="Error">The reason.</param>
/// <param name="Count">How many.</param>
/// <param name="Example">What was said of the first of them.</param>
public sealed record RefusedEvents(LedgerError Error, int Count, LocalizedText Example);
