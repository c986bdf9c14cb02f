using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules;

/// <summary>An order, checked, with what all rules ask for worked out once.</summary>
public sealed class OrderFacts
{
    /// <summary>Checks an order.</summary>
    /// <exception cref="Validation.DataRejectedException">It has no lines, an id twice, a quantity not above 0, a negative amount, more than one currency or amounts that are too long or too large; names every problem.</exception>
    public OrderFacts(Order order)
    {
        Order = order ?? throw new ArgumentNullException(nameof(order));
        Lines = new OrderLine[order.Lines.Count];
        for (int at = 0; at < Lines.Length; at++)
            Lines[at] = order.Lines[at];
        OrderCheck.Of(order, Lines)?.ThrowIfAny();
        Currency = Lines[0].Amount.Currency;
        Amounts = new long[Lines.Length];
        Quantities = new long[Lines.Length];
        for (int at = 0; at < Lines.Length; at++)
        {
            if (!Lines[at].Eligible)
                continue;
            Amounts[at] = Millionths.Of(Lines[at].Amount.Amount);
            Quantities[at] = Millionths.Of(Lines[at].Quantity);
            Amount += Amounts[at];
            Quantity += Quantities[at];
        }
    }

    /// <summary>The order.</summary>
    public Order Order { get; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; }

    /// <summary>The sum of the amounts of its eligible lines, in major units.</summary>
    public decimal EligibleAmount => (decimal)Amount / Millionths.PerUnit;

    internal OrderLine[] Lines { get; }

    /// <summary>Millionths of the major unit by line; 0 for lines that do not earn.</summary>
    internal long[] Amounts { get; }

    /// <summary>Millionths of an item by line; 0 for lines that do not earn.</summary>
    internal long[] Quantities { get; }

    internal long Amount { get; }

    internal long Quantity { get; }

    /// <summary>The sum of the amounts of the eligible lines that fit, in major units.</summary>
    public decimal AmountOf(LineFilter lines)
    {
        if (lines is null)
            throw new ArgumentNullException(nameof(lines));
        if (lines.IsAll)
            return EligibleAmount;
        long sum = 0;
        for (int at = 0; at < Lines.Length; at++)
            sum += lines.Test(Lines[at]) == Truth.True ? Amounts[at] : 0;
        return (decimal)sum / Millionths.PerUnit;
    }

    /// <summary>How many items are in the lines that fit, whether they earn or not.</summary>
    public decimal QuantityOf(LineFilter lines)
    {
        if (lines is null)
            throw new ArgumentNullException(nameof(lines));
        decimal sum = 0;
        foreach (OrderLine line in Lines)
            sum += lines.Test(line) == Truth.True ? line.Quantity : 0;
        return sum;
    }
}
