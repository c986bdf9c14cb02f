namespace CustomerValue.Customers.Summing;

/// <summary>A refund, or the part of it that could not be matched. <see cref="Amount"/> is below 0; <see cref="Order"/> is −1 where there is none.</summary>
internal readonly record struct Refund(int Customer, int Day, int Order, long Amount);

/// <summary>The order in which refunds are matched and reported: by customer, day, order (none last) and size, the largest first. It does not depend on numbers of keys, which depend on the order of the input.</summary>
internal sealed class RefundOrder(KeyIndex customers, KeyIndex orders) : IComparer<Refund>
{
    public int Compare(Refund x, Refund y)
    {
        int order = x.Customer == y.Customer ? 0 : string.CompareOrdinal(customers[x.Customer], customers[y.Customer]);
        if (order == 0)
            order = x.Day.CompareTo(y.Day);
        if (order == 0)
            order = CompareOrders(x.Order, y.Order);
        return order != 0 ? order : x.Amount.CompareTo(y.Amount);
    }

    private int CompareOrders(int x, int y)
    {
        if (x == y)
            return 0;
        if (x < 0 || y < 0)
            return x < 0 ? 1 : -1;
        return string.CompareOrdinal(orders[x], orders[y]);
    }
}
