using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Rebates;

/// <summary>An order and what is left of its lines; null for all of them.</summary>
internal sealed record RebateOrder(Order Order, LocalDate Day, IReadOnlyList<Fraction>? Remaining)
{
    public decimal Net(Currency currency)
    {
        decimal net = 0;
        for (int at = 0; at < Order.Lines.Count; at++)
        {
            OrderLine line = Order.Lines[at];
            if (line.Amount.Currency != currency)
                throw new ArgumentException($"Order {Order.Id} is in {line.Amount.Currency} and the rebate in {currency}.", nameof(currency));
            if (line.Eligible)
                net += Remaining is null ? line.Amount.Amount : line.Amount.Amount * Remaining[at].Numerator / Remaining[at].Denominator;
        }

        return net;
    }
}
