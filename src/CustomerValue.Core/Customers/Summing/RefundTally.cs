using CustomerValue.Validation;

namespace CustomerValue.Customers.Summing;

/// <summary>Counts what became of the refunds dated in the window, and keeps the first ones that could not be matched.</summary>
internal sealed class RefundTally(RefundOrder order)
{
    private const int MostKept = 1024;

    private readonly List<Refund> unmatched = [];

    public long Full { get; private set; }

    public long Partial { get; private set; }

    public long Unmatched { get; private set; }

    /// <summary>Sum of what could not be matched, in millionths, ≤ 0; a decimal, because many customers' sum may exceed a long.</summary>
    public decimal UnmatchedAmount { get; private set; }

    /// <summary>Takes note of a refund of which <paramref name="open"/> ≥ 0 millionths could not be matched.</summary>
    public void Add(Refund refund, long open, bool undidPurchase)
    {
        if (undidPurchase)
            Full++;
        else if (open < -refund.Amount)
            Partial++;
        if (open == 0)
            return;
        Unmatched++;
        UnmatchedAmount -= open;
        unmatched.Add(refund with { Amount = -open });
        if (unmatched.Count >= MostKept)
            KeepFirst();
    }

    /// <summary>Joins in what another worker counted.</summary>
    public void Add(RefundTally other)
    {
        Full += other.Full;
        Partial += other.Partial;
        Unmatched += other.Unmatched;
        UnmatchedAmount += other.UnmatchedAmount;
        unmatched.AddRange(other.unmatched);
    }

    /// <summary>The first unmatched refunds in order.</summary>
    public IReadOnlyList<Refund> FirstUnmatched()
    {
        KeepFirst();
        return unmatched;
    }

    private void KeepFirst()
    {
        unmatched.Sort(order);
        if (unmatched.Count > DataRejectedException.ProblemsInFull)
            unmatched.RemoveRange(DataRejectedException.ProblemsInFull, unmatched.Count - DataRejectedException.ProblemsInFull);
    }
}
