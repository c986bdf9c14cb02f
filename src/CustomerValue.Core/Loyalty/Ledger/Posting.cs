namespace CustomerValue.Loyalty.Ledger;

/// <summary>One side of a movement of points.</summary>
/// <param name="Account">The account.</param>
/// <param name="Lot">The member's lot that it belongs to, from 1; 0 for none (debt, overdraft, write-off).</param>
/// <param name="Units">How much more there is afterwards, in units of the wallet (10^−scale of a point).</param>
public readonly record struct Posting(LedgerAccount Account, int Lot, long Units);
