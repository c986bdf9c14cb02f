using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Details;
using NodaTime;

namespace CustomerValue.Loyalty.Liability;

/// <summary>
/// Entries for the points that orders granted, period by period, from the journal. The orders of a period are one portfolio (IFRS 15.4): their price is split once, at
/// the period's end, and each later period recognises by what was redeemed of its points and what is expected by then.
/// </summary>
public static class PointsRevenue
{
    /// <summary>Works the periods out, from the first entry of the journal on.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="ends">The ends of the periods, rising.</param>
    /// <param name="wallet">The wallet; null where the programme has one.</param>
    /// <param name="breakage">Where breakage is taken from; null to estimate it from the journal until each period's end.</param>
    /// <param name="decimals">Decimals of the currency to round to, half to even, so that all entries add up; null for none.</param>
    /// <exception cref="ArgumentException">The ends do not rise, the wallet says no value, or orders are in another currency than it.</exception>
    public static IReadOnlyList<RevenuePeriod> Of(LoyaltyLedger ledger, IReadOnlyList<Instant> ends, string? wallet = null, BreakageCurves? breakage = null, int? decimals = 2)
    {
        if (ledger is null)
            throw new ArgumentNullException(nameof(ledger));
        if (ends is null)
            throw new ArgumentNullException(nameof(ends));
        List<RevenuePeriod> periods = new(ends.Count);
        List<PointsContract> contracts = [];
        List<Money> recognised = [];
        IReadOnlyList<JournalEntry> journal = ledger.Journal();
        for (int at = 0; at < ends.Count; at++)
        {
            Instant from = at == 0 ? Instant.MinValue : ends[at - 1];
            if (ends[at] <= from)
                throw new ArgumentException($"The period that ends at {ends[at]} must end after the one before.", nameof(ends));
            PointValue value = PointValue.Of(ledger.Programs, ends[at], wallet);
            IReadOnlyList<LotHistory> lots = ledger.Lots(ends[at], wallet);
            BreakageCurves curves = breakage ?? BreakageCurves.Of(lots, ends[at]);
            Money sales = new(Sales(journal, from, ends[at], value.Currency), value.Currency);
            (decimal redeemed, decimal expected)[] units = Cohorts(lots, ends, at, curves);
            contracts.Add(sales.Amount <= 0 || units[at].expected == 0
                ? new() { Price = sales, ForPoints = new(0, value.Currency) }
                : PointsContract.Allocate(sales, sales, units[at].expected, new(value.PerUnit, value.Currency), 1, decimals));
            recognised.Add(new(0, value.Currency));
            List<AccountingEntry> entries = [.. contracts[at].AtSale()];
            Money revenue = new(0, value.Currency);
            Money owed = new(0, value.Currency);
            for (int cohort = 0; cohort <= at; cohort++)
            {
                Money now = contracts[cohort].RecognisedBy(units[cohort].redeemed, units[cohort].expected, decimals);
                entries.AddRange(PointsContract.AtPeriodEnd(recognised[cohort], now));
                revenue += now - recognised[cohort];
                owed += contracts[cohort].ForPoints - now;
                recognised[cohort] = now;
            }

            periods.Add(new()
            {
                End = ends[at],
                Sales = sales,
                ExpectedPoints = value.Points(units[at].expected),
                ForPoints = contracts[at].ForPoints,
                FromPoints = revenue,
                ContractLiability = owed,
                Entries = entries,
            });
        }

        return periods;
    }

    /// <summary>Units redeemed, and redeemed or expected to be, of each period's orders.</summary>
    private static (decimal Redeemed, decimal Expected)[] Cohorts(IReadOnlyList<LotHistory> lots, IReadOnlyList<Instant> ends, int until, BreakageCurves curves)
    {
        (decimal Redeemed, decimal Expected)[] units = new (decimal, decimal)[until + 1];
        foreach (LotHistory lot in lots)
        {
            if (lot.Origin is not { OrderOwner: > 0 })
                continue;
            int cohort = 0;
            while (cohort < until && lot.Terms.EarnedAt >= ends[cohort])
                cohort++;
            decimal redeemed = lot.Sum(LotMoveKind.Redeemed) - lot.Sum(LotMoveKind.Restored);
            units[cohort].Redeemed += redeemed;
            units[cohort].Expected += redeemed + (lot.Outstanding * (1 - curves.Of(lot, ends[until])));
        }

        return units;
    }

    private static decimal Sales(IReadOnlyList<JournalEntry> journal, Instant from, Instant to, Currency currency)
    {
        Dictionary<string, (Order Order, IReadOnlyList<Fraction> Remaining)> orders = new(StringComparer.Ordinal);
        decimal sales = 0;
        foreach (JournalEntry entry in journal)
        {
            bool counts = entry.EffectiveAt >= from && entry.EffectiveAt < to;
            if (entry.Detail is OrderDetail { Order: { } order })
            {
                if (order.Lines[0].Amount.Currency != currency)
                    throw new ArgumentException($"Order {order.Id} is in {order.Lines[0].Amount.Currency} and the value of a point in {currency}; points in several currencies need a wallet for each.", nameof(journal));
                orders[order.Id] = (order, [.. order.Lines.Select(_ => Fraction.One)]);
                sales += counts ? order.Lines.Sum(line => line.Amount.Amount) : 0;
            }
            else if (entry.Detail is RefundDetail refund && orders.TryGetValue(refund.Order, out (Order Order, IReadOnlyList<Fraction> Remaining) paid))
            {
                for (int line = 0; line < refund.Remaining.Count; line++)
                {
                    Fraction part = paid.Remaining[line] - refund.Remaining[line];
                    sales -= counts ? paid.Order.Lines[line].Amount.Amount * part.Numerator / part.Denominator : 0;
                }

                orders[refund.Order] = (paid.Order, refund.Remaining);
            }
        }

        return sales;
    }
}
