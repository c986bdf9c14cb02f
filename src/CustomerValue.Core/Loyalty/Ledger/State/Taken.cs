namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>Units taken from a lot.</summary>
internal readonly record struct Taken(int Lot, long Units);
