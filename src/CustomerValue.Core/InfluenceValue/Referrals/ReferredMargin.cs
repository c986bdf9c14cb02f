using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>What a customer's purchase of a day left over. The default value is no customer's and is refused.</summary>
public readonly record struct ReferredMargin
{
    /// <summary>Who bought.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>When.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The margin; negative for losses and refunds. At most 10^12 to either side, with at most ten decimals.</summary>
    public required decimal Margin { get; init; }
}
