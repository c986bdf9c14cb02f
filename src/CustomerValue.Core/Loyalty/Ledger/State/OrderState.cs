using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Bytes;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>An order, what is left of its lines, and what it earned.</summary>
internal sealed class OrderState
{
    private Fraction[]? remaining;
    private ShortList<(long Member, int Lot)> earned;

    public OrderState(Order order, Instant occurredAt, LocalDate day) => (Order, OccurredAt, Day) = (order, occurredAt, day);

    public Order Order { get; }

    public Instant OccurredAt { get; }

    public LocalDate Day { get; }

    /// <summary>What is left of each line, as parts of 1.</summary>
    public Fraction[] Remaining
    {
        get => remaining ?? [.. Order.Lines.Select(_ => Fraction.One)];
        set => remaining = value;
    }

    /// <summary>The lots that it earned: the member's number and the lot's.</summary>
    public (long Member, int Lot)[] Earned => earned.ToArray();

    public void Earn(long member, int lot) => earned.Add((member, lot));

    public OrderState Copy(Func<(long Member, int Lot), (long Member, int Lot)> move)
    {
        OrderState copy = new(Order, OccurredAt, Day) { remaining = remaining };
        foreach ((long Member, int Lot) lot in Earned)
            copy.earned.Add(move(lot));
        return copy;
    }

    public void Write(ByteWriter bytes)
    {
        bytes.Order(Order).Moment(OccurredAt).Day(Day).Mark(remaining is not null);
        if (remaining is not null)
            bytes.Fractions(remaining);
        bytes.Number(earned.Count);
        for (int at = 0; at < earned.Count; at++)
            bytes.Number(earned[at].Member).Number(earned[at].Lot);
    }

    public static OrderState Read(ref ByteReader bytes)
    {
        OrderState order = new(bytes.Order(), bytes.Moment(), bytes.Day()!.Value);
        if (bytes.Mark())
            order.remaining = bytes.Fractions();
        for (int left = bytes.Count(); left > 0; left--)
            order.Earn(bytes.Number(), bytes.Small(1, int.MaxValue));
        return order;
    }

    /// <summary>Whether nothing is left of it.</summary>
    public bool IsRefunded => remaining is not null && Array.TrueForAll(remaining, part => part == Fraction.Zero);
}
