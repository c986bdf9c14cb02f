using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What is owed for a lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Breakage">The part of what is left that is expected never to be redeemed, from 0 to 1.</param>
/// <param name="Gross">What is left × the value of a point.</param>
/// <param name="Amount">Gross × (1 − breakage), not rounded.</param>
public sealed record LotLiability(LotHistory Lot, decimal Breakage, Money Gross, Money Amount);
