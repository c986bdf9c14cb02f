namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>An order of the naive ledger: amounts of its lines in whole yuan, what is left of them in tenths, and the lots that it earned by what stays of them.</summary>
internal sealed class NaiveOrder
{
    public required long[] Amounts { get; init; }

    public required long[] Left { get; init; }

    public List<(NaiveLot Lot, Func<long[], long> Stays)> Earned { get; } = [];
}
