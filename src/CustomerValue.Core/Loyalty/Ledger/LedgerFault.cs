namespace CustomerValue.Loyalty.Ledger;

/// <summary>The first thing that is wrong with a journal.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Sequence">The entry.</param>
/// <param name="Message">What is wrong.</param>
public sealed record LedgerFault(long Member, long Sequence, string Message);
