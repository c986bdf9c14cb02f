using CustomerValue.Loyalty.Ledger;

namespace CustomerValue.Loyalty.Liability;

/// <summary>Whether lots and accounts say the same, in units. Every difference is 0, or something in the books is damaged.</summary>
public sealed record Reconciliation
{
    internal Reconciliation(PointsTotals totals, IReadOnlyList<LotHistory> lots)
    {
        Totals = totals;
        Outstanding = lots.Sum(lot => lot.Outstanding);
        LotDifference = Outstanding - (totals.Pending + totals.Available + totals.Held + totals.Overdraft);
        RedeemedDifference = lots.Sum(lot => lot.Sum(LotMoveKind.Redeemed) - lot.Sum(LotMoveKind.Restored)) - totals.Redeemed;
        AccountDifference = totals.Issued - (totals.Pending + totals.Available + totals.Held + totals.Redeemed + totals.Expired + totals.Reversed + totals.Adjusted - totals.Debt - totals.WrittenOff);
    }

    /// <summary>The accounts.</summary>
    public PointsTotals Totals { get; }

    /// <summary>What is left of all lots.</summary>
    public long Outstanding { get; }

    /// <summary>Lots less (pending + available + overdraft + held).</summary>
    public long LotDifference { get; }

    /// <summary>What lots say was redeemed and not given back, less the account.</summary>
    public long RedeemedDifference { get; }

    /// <summary>Issued less all that became of it.</summary>
    public long AccountDifference { get; }

    /// <summary>Whether every difference is 0.</summary>
    public bool Holds => LotDifference == 0 && RedeemedDifference == 0 && AccountDifference == 0;
}
