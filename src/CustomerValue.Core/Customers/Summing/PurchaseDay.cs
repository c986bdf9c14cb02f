namespace CustomerValue.Customers.Summing;

/// <summary>All purchases of a customer on one day: what was paid, and what refunds have left of it.</summary>
internal record struct PurchaseDay(int Day, long Value, long Remaining)
{
    /// <summary>Whether refunds took back all there was. A purchase of value 0 cannot be undone.</summary>
    public readonly bool Undone => Remaining == 0 && Value > 0;
}

/// <summary>What refunds have left of an order's purchases on one day, which is a place in the list of days.</summary>
internal record struct OrderPart(int Order, int Day, long Remaining) : IComparable<OrderPart>
{
    public readonly int CompareTo(OrderPart other) => Order != other.Order ? Order.CompareTo(other.Order) : Day.CompareTo(other.Day);
}
