namespace CustomerValue.Customers.Summing;

/// <summary>
/// Matches the refunds of one customer to purchases, in the order of their days. A refund with an order lowers that order's purchases up
/// to the refund's day, the latest first, by at most what is left of the order and of the day. A refund without an order lowers
/// the latest day up to its own of which as much is left. What finds nothing is left open.
/// Reuses its lists from customer to customer.
/// </summary>
internal sealed class RefundMatcher(RefundOrder order)
{
    private readonly List<PurchaseDay> days = [];
    private readonly List<OrderPart> parts = [];
    private readonly List<Refund> refunds = [];

    /// <summary>Takes the lines of one customer, ordered by day; returns the days of purchase after all refunds, in a list that the next call reuses.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="partition">Knows the lines' days.</param>
    /// <param name="windowStart">Refunds from this day on are counted.</param>
    /// <param name="tally">Counts them.</param>
    public IReadOnlyList<PurchaseDay> Match(int customer, ReadOnlySpan<LineEntry> lines, LinePartition partition, int windowStart, RefundTally tally)
    {
        Read(customer, lines, partition);
        foreach (Refund refund in refunds)
        {
            (long open, bool undid) = refund.Order >= 0 ? MatchOrder(refund) : MatchDay(refund);
            if (refund.Day >= windowStart)
                tally.Add(refund, open, undid);
        }

        return days;
    }

    private void Read(int customer, ReadOnlySpan<LineEntry> lines, LinePartition partition)
    {
        days.Clear();
        parts.Clear();
        refunds.Clear();
        foreach (LineEntry line in lines)
        {
            int day = partition.Day(line.Key);
            if (line.Amount < 0)
            {
                refunds.Add(new Refund(customer, day, line.Order, line.Amount));
                continue;
            }

            int last = days.Count - 1;
            if (last >= 0 && days[last].Day == day)
                days[last] = new PurchaseDay(day, days[last].Value + line.Amount, days[last].Value + line.Amount);
            else
                days.Add(new PurchaseDay(day, line.Amount, line.Amount));
            if (line.Order >= 0)
                parts.Add(new OrderPart(line.Order, days.Count - 1, line.Amount));
        }

        refunds.Sort(order);
        JoinParts();
    }

    /// <summary>Lines of one order and day become one part.</summary>
    private void JoinParts()
    {
        parts.Sort();
        int joined = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            OrderPart part = parts[i];
            if (joined > 0 && parts[joined - 1].CompareTo(part) == 0)
                parts[joined - 1] = part with { Remaining = parts[joined - 1].Remaining + part.Remaining };
            else
                parts[joined++] = part;
        }

        parts.RemoveRange(joined, parts.Count - joined);
    }

    private (long Open, bool Undid) MatchOrder(Refund refund)
    {
        long open = -refund.Amount;
        bool undid = false;
        int behind = ~parts.BinarySearch(new OrderPart(refund.Order, int.MaxValue, 0));
        for (int i = behind - 1; i >= 0 && parts[i].Order == refund.Order && open > 0; i--)
        {
            PurchaseDay day = days[parts[i].Day];
            long taken = day.Day > refund.Day ? 0 : Math.Min(open, Math.Min(parts[i].Remaining, day.Remaining));
            if (taken == 0)
                continue;
            parts[i] = parts[i] with { Remaining = parts[i].Remaining - taken };
            undid |= Lower(parts[i].Day, taken);
            open -= taken;
        }

        return (open, undid);
    }

    private (long Open, bool Undid) MatchDay(Refund refund)
    {
        for (int i = days.Count - 1; i >= 0; i--)
        {
            if (days[i].Day <= refund.Day && days[i].Remaining >= -refund.Amount)
                return (0, Lower(i, -refund.Amount));
        }

        return (-refund.Amount, false);
    }

    private bool Lower(int day, long amount)
    {
        days[day] = days[day] with { Remaining = days[day].Remaining - amount };
        return days[day].Undone;
    }
}
