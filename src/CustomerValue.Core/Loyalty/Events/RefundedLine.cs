using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Events;

/// <summary>The part of a line that is refunded.</summary>
/// <param name="Id">The line.</param>
/// <param name="Amount">How much of its amount; not negative, with the refunds before it at most the whole.</param>
public sealed record RefundedLine(string Id, Money Amount);
