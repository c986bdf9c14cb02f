using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What a period's orders and redemptions come to in the accounts (IFRS 15).</summary>
public sealed record RevenuePeriod
{
    /// <summary>The end of the period, which is the beginning of the next one.</summary>
    public required Instant End { get; init; }

    /// <summary>Orders of the period, less refunds in it.</summary>
    public required Money Sales { get; init; }

    /// <summary>The points that these orders granted and that are redeemed or expected to be, as it was seen at the period's end.</summary>
    public required decimal ExpectedPoints { get; init; }

    /// <summary>The part of the sales that belongs to these points.</summary>
    public required Money ForPoints { get; init; }

    /// <summary>Revenue of the period from points of this and earlier periods; below 0 where estimates rose by more than was redeemed.</summary>
    public required Money FromPoints { get; init; }

    /// <summary>What is still owed in points at the period's end, of all periods.</summary>
    public required Money ContractLiability { get; init; }

    /// <summary>The entries.</summary>
    public required IReadOnlyList<AccountingEntry> Entries { get; init; }
}
