using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>The order in which lots of a wallet are spent; total, since numbers differ.</summary>
internal sealed class LotOrder(IReadOnlyList<ConsumeBy> by) : IComparer<Lot>
{
    public int Compare(Lot? x, Lot? y)
    {
        foreach (ConsumeBy what in by)
        {
            int order = what switch
            {
                ConsumeBy.EarliestExpiry => Expiry(x!.Terms, y!.Terms),
                ConsumeBy.EarliestEarn => x!.Terms.EarnedAt.CompareTo(y!.Terms.EarnedAt),
                _ => x!.Terms.Number.CompareTo(y!.Terms.Number),
            };
            if (order != 0)
                return order;
        }

        return x!.Terms.Number.CompareTo(y!.Terms.Number);
    }

    private static int Expiry(LotTerms x, LotTerms y) => (x.ExpiresAt, y.ExpiresAt) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => x.ExpiresAt.Value.CompareTo(y.ExpiresAt.Value),
    };
}
