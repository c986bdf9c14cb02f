using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using NodaTime;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What a programme has cost until an instant, and by which rule: the value of redeemed points and what is owed for those that are left.</summary>
public sealed record ProgramCost
{
    private ProgramCost(Instant asOf, string wallet, Currency currency, IReadOnlyList<RuleCost> rules)
    {
        AsOf = asOf;
        Wallet = wallet;
        Rules = rules;
        Spent = new(rules.Sum(rule => rule.Spent.Amount), currency);
        Owed = new(rules.Sum(rule => rule.Owed.Amount), currency);
    }

    /// <summary>The instant.</summary>
    public Instant AsOf { get; }

    /// <summary>The wallet.</summary>
    public string Wallet { get; }

    /// <summary>By rule, by its id; points without a rule first.</summary>
    public IReadOnlyList<RuleCost> Rules { get; }

    /// <summary>The value of what was redeemed.</summary>
    public Money Spent { get; }

    /// <summary>What is owed.</summary>
    public Money Owed { get; }

    /// <summary>Both together.</summary>
    public Money Cost => Spent + Owed;

    /// <summary>Works it out.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="wallet">The wallet; null where the programme has one.</param>
    /// <param name="breakage">Where breakage is taken from; null to estimate it from the journal until the instant.</param>
    /// <exception cref="ArgumentException">There is no such wallet, or it does not say what a point is worth.</exception>
    public static ProgramCost Of(LoyaltyLedger ledger, Instant asOf, string? wallet = null, BreakageCurves? breakage = null)
    {
        if (ledger is null)
            throw new ArgumentNullException(nameof(ledger));
        PointValue value = PointValue.Of(ledger.Programs, asOf, wallet);
        IReadOnlyList<LotHistory> lots = ledger.Lots(asOf, wallet);
        BreakageCurves curves = breakage ?? BreakageCurves.Of(lots, asOf);
        return new(asOf, value.Wallet.Id, value.Currency, [.. lots.GroupBy(lot => lot.Origin?.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => Of(rule, value, curves, asOf))]);
    }

    private static RuleCost Of(IGrouping<string?, LotHistory> lots, PointValue value, BreakageCurves curves, Instant asOf)
    {
        long redeemed = lots.Sum(lot => lot.Sum(LotMoveKind.Redeemed) - lot.Sum(LotMoveKind.Restored));
        return new()
        {
            Rule = lots.Key,
            Granted = lots.Sum(lot => lot.Sum(LotMoveKind.Granted) - lot.Sum(LotMoveKind.Withdrawn)),
            Redeemed = redeemed,
            Expired = lots.Sum(lot => lot.Sum(LotMoveKind.Expired)),
            Outstanding = lots.Sum(lot => lot.Outstanding),
            Spent = value.Times(redeemed),
            Owed = value.Times(lots.Sum(lot => lot.Outstanding * (1 - curves.Of(lot, asOf)))),
        };
    }
}
