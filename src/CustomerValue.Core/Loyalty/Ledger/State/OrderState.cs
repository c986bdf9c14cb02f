using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>An order, what is left of its lines, and what it earned.</summary>
internal sealed class OrderState
{
    public OrderState(Order order, Instant occurredAt, LocalDate day)
    {
        (Order, OccurredAt, Day) = (order, occurredAt, day);
        Remaining = new Fraction[order.Lines.Count];
        for (int at = 0; at < Remaining.Length; at++)
            Remaining[at] = Fraction.One;
    }

    public Order Order { get; }

    public Instant OccurredAt { get; }

    public LocalDate Day { get; }

    /// <summary>What is left of each line, as parts of 1.</summary>
    public Fraction[] Remaining { get; set; }

    /// <summary>The lots that it earned: the member's number and the lot's.</summary>
    public List<(long Member, int Lot)> Earned { get; } = [];

    public OrderState Copy(Func<(long Member, int Lot), (long Member, int Lot)> move)
    {
        OrderState copy = new(Order, OccurredAt, Day) { Remaining = Remaining };
        copy.Earned.AddRange(Earned.Select(move));
        return copy;
    }

    public bool IsRefunded => Remaining.All(part => part == Fraction.Zero);
}
