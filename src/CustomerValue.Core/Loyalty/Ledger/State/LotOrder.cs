using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>The order in which lots of a wallet are spent; total, since numbers differ.</summary>
internal sealed class LotOrder(IReadOnlyList<ConsumeBy> order) : IComparer<Lot>
{
    private readonly ConsumeBy[] by = [.. order];

    public int Compare(Lot? x, Lot? y)
    {
        foreach (ConsumeBy what in by)
        {
            int place = what switch
            {
                ConsumeBy.EarliestExpiry => Expiry(x!.Terms, y!.Terms),
                ConsumeBy.EarliestEarn => x!.Terms.EarnedAt.CompareTo(y!.Terms.EarnedAt),
                _ => x!.Terms.Number.CompareTo(y!.Terms.Number),
            };
            if (place != 0)
                return place;
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
