using CustomerValue.Customers;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rebates;

/// <summary>What a member's purchases of a period come to under a scheme.</summary>
public sealed record RebateStatement
{
    /// <summary>The scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The period's days.</summary>
    public required DayRange Period { get; init; }

    /// <summary>Eligible amounts of the orders of the period, less what was refunded of them by now.</summary>
    public required Money Purchases { get; init; }

    /// <summary>The same of the period before.</summary>
    public required Money LastPurchases { get; init; }

    /// <summary>Purchases ÷ last purchases − 1, or null where there were none.</summary>
    public decimal? Growth => LastPurchases.Amount == 0 ? null : (Purchases.Amount / LastPurchases.Amount) - 1;

    /// <summary>The rate that is reached.</summary>
    public required decimal Rate { get; init; }

    /// <summary>What is due for the period in all, not rounded.</summary>
    public Money Due => new(Purchases.Amount * Rate, Purchases.Currency);

    /// <summary>What more has to be bought in the period for the next better rate, or null where there is none to reach.</summary>
    public Money? ToNext { get; init; }
}
