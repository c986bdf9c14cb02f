using NodaTime;

namespace CustomerValue.Customers;

/// <summary>A refund, or the part of one, for which no purchase was found.</summary>
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
