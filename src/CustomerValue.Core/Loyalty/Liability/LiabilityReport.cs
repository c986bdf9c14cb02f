using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using NodaTime;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What a programme owes for the points of a wallet at an instant: per lot, what is left × the value of a point × (1 − expected breakage).</summary>
public sealed record LiabilityReport
{
    private LiabilityReport(Instant asOf, PointValue value, IReadOnlyList<LotLiability> lots, BreakageCurves breakage, Reconciliation reconciliation)
    {
        AsOf = asOf;
        Wallet = value.Wallet.Id;
        Scale = value.Wallet.Scale;
        Lots = lots;
        Curves = breakage;
        Reconciliation = reconciliation;
        Gross = new(lots.Sum(lot => lot.Gross.Amount), value.Currency);
        Amount = new(lots.Sum(lot => lot.Amount.Amount), value.Currency);
        Tiers =
        [
            .. lots.GroupBy(lot => lot.Lot.Tier).OrderBy(tier => tier.Key, StringComparer.Ordinal)
                .Select(tier => new TierLiability(tier.Key, tier.Sum(lot => lot.Lot.Outstanding), new(tier.Sum(lot => lot.Gross.Amount), value.Currency), new(tier.Sum(lot => lot.Amount.Amount), value.Currency))),
        ];
    }

    /// <summary>The instant.</summary>
    public Instant AsOf { get; }

    /// <summary>The wallet.</summary>
    public string Wallet { get; }

    /// <summary>Decimals of a point.</summary>
    public int Scale { get; }

    /// <summary>The lots of which something is left.</summary>
    public IReadOnlyList<LotLiability> Lots { get; }

    /// <summary>Sums by the tier in which lots were earned, by tier id.</summary>
    public IReadOnlyList<TierLiability> Tiers { get; }

    /// <summary>The curves that breakage was taken from.</summary>
    public BreakageCurves Curves { get; }

    /// <summary>The value of all that is left.</summary>
    public Money Gross { get; }

    /// <summary>What is owed: the value less expected breakage, not rounded.</summary>
    public Money Amount { get; }

    /// <summary>What is not expected to be redeemed.</summary>
    public Money Breakage => Gross - Amount;

    /// <summary>The check against the journal.</summary>
    public Reconciliation Reconciliation { get; }

    /// <summary>Works it out.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">The instant; what happened later does not count.</param>
    /// <param name="wallet">The wallet; null where the programme has one.</param>
    /// <param name="breakage">Where breakage is taken from; null to estimate it from the journal until the instant.</param>
    /// <exception cref="ArgumentException">There is no such wallet, or it does not say what a point is worth.</exception>
    public static LiabilityReport Of(LoyaltyLedger ledger, Instant asOf, string? wallet = null, BreakageCurves? breakage = null)
    {
        if (ledger is null)
            throw new ArgumentNullException(nameof(ledger));
        PointValue value = PointValue.Of(ledger.Programs, asOf, wallet);
        IReadOnlyList<LotHistory> lots = ledger.Lots(asOf, wallet);
        breakage ??= BreakageCurves.Of(lots, asOf);
        List<LotLiability> owed = [];
        foreach (LotHistory lot in lots)
        {
            if (lot.Outstanding <= 0)
                continue;
            decimal part = breakage.Of(lot, asOf);
            owed.Add(new(lot, part, value.Times(lot.Outstanding), value.Times(lot.Outstanding * (1 - part))));
        }

        return new(asOf, value, owed, breakage, new Reconciliation(ledger.Totals(asOf, wallet), lots));
    }
}
