using NodaTime;

namespace CustomerValue.Customers;

/// <summary>What a summary left out or could not match.</summary>
public sealed record SummaryReport
{
    /// <summary>Purchase and refund lines seen, in the window or not.</summary>
    public required long Lines { get; init; }

    /// <summary>Lines dated before the window, of customers or not.</summary>
    public required long LinesBeforeWindow { get; init; }

    /// <summary>Lines dated after the window.</summary>
    public required long LinesAfterWindow { get; init; }

    /// <summary>Refunds that undid a purchase wholly.</summary>
    public required long FullRefunds { get; init; }

    /// <summary>Refunds that lowered a purchase's value.</summary>
    public required long PartialRefunds { get; init; }

    /// <summary>Refunds for which no purchase could be found. Revenue includes them, frequency and spend do not.</summary>
    public required long UnmatchedRefunds { get; init; }

    /// <summary>Sum of the unmatched refunds, ≤ 0.</summary>
    public required decimal UnmatchedAmount { get; init; }

    /// <summary>The first unmatched refunds, at most 20, by customer and day.</summary>
    public required IReadOnlyList<UnmatchedRefund> FirstUnmatched { get; init; }

    /// <summary>Customers who bought in the window but also before it: their age is too short (left truncation), so models see them as newer than they are.</summary>
    public required int LeftTruncatedCustomers { get; init; }

    /// <summary>Customers with lines but no purchase left in the window; they are prospects.</summary>
    public required IReadOnlyList<CustomerId> CustomersWithoutPurchase { get; init; }
}

/// <summary>A refund for which no purchase was found.</summary>
public sealed record UnmatchedRefund
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The day of the refund.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The part that could not be matched, &lt; 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order it named, or null.</summary>
    public string? Order { get; init; }
}
