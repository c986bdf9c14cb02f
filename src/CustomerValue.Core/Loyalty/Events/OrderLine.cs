using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Events;

/// <summary>A line of an order.</summary>
public sealed record OrderLine
{
    /// <summary>Its name in the order.</summary>
    public required string Id { get; init; }

    /// <summary>The product, or null.</summary>
    public string? Product { get; init; }

    /// <summary>The category as a path from the top, such as <c>coffee/beans</c>, or null.</summary>
    public string? Category { get; init; }

    /// <summary>The brand, or null.</summary>
    public string? Brand { get; init; }

    /// <summary>How many; above 0.</summary>
    public decimal Quantity { get; init; } = 1;

    /// <summary>What was paid for it: after discounts, without tax and delivery; not negative.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whether it earns at all; gift cards and deposits do not.</summary>
    public bool Eligible { get; init; } = true;
}
