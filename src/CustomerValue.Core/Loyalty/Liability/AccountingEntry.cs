using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Liability;

/// <summary>An entry of the general ledger.</summary>
/// <param name="Debit">The account that is debited.</param>
/// <param name="Credit">The account that is credited.</param>
/// <param name="Amount">How much; above 0.</param>
public sealed record AccountingEntry(MoneyAccount Debit, MoneyAccount Credit, Money Amount);
