using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules;

/// <summary>An order, checked, with what all rules ask for worked out once.</summary>
public sealed class OrderFacts
{
    /// <summary>Checks an order.</summary>
    /// <exception cref="Validation.DataRejectedException">It has no lines, an id twice, a quantity not above 0, a negative amount, more than one currency or amounts that are too long; names every problem.</exception>
    public OrderFacts(Order order)
    {
        Order = order ?? throw new ArgumentNullException(nameof(order));
        OrderCheck.Of(order).ThrowIfAny();
        Currency = order.Lines[0].Amount.Currency;
        foreach (OrderLine line in order.Lines)
        {
            if (line.Eligible)
                EligibleAmount += line.Amount.Amount;
        }
    }

    /// <summary>The order.</summary>
    public Order Order { get; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; }

    /// <summary>The sum of the amounts of its eligible lines, in major units.</summary>
    public decimal EligibleAmount { get; }
}
