using NodaTime;

namespace CustomerValue.Customers;

/// <summary>One line of what a customer bought, or gave back, on a civil day.</summary>
public sealed record Purchase
{
    /// <summary>Who bought.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The civil day, in the zone in which the business keeps its books.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What was paid, in major units of <see cref="Currency"/>; negative for a refund. Kept to six decimals, |amount| ≤ 9·10¹².</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency; <see cref="Customers.Currency.None"/> where it was not named.</summary>
    public Currency Currency { get; init; }

    /// <summary>What the goods cost the seller, in the same currency; negative where goods came back. Null where unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What was taken off the price for a discount or coupon, in the same currency, so that <see cref="Amount"/> and discount are the full price. Null where unknown.</summary>
    public decimal? Discount { get; init; }

    /// <summary>The time of day, in the zone of <see cref="Date"/>; null where unknown.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>How many pieces; null where unknown.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The product bought; null where unknown.</summary>
    public string? Product { get; init; }

    /// <summary>The product's category, levels parted by '/'; null where unknown.</summary>
    public string? Category { get; init; }

    /// <summary>Where it was bought, such as <c>web</c>; null where unknown.</summary>
    public string? Channel { get; init; }

    /// <summary>The order that the line belongs to: a refund with an order lowers that order. Null where unknown.</summary>
    public string? Order { get; init; }
}
