using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Rebates;

/// <summary>Rebates as a function of a journal and a period.</summary>
public static class Rebate
{
    /// <summary>What a member's orders of a period come to; nothing is granted by it (see <see cref="RebateSettled"/>).</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="calendar">The programme's calendar.</param>
    /// <param name="journal">The member's entries (<see cref="LoyaltyLedger.Journal(CustomerId)"/>).</param>
    /// <param name="day">A day of the period.</param>
    /// <param name="currency">The currency of the orders.</param>
    /// <exception cref="ArgumentException">An order is in another currency, or the scheme's period is none that ends.</exception>
    public static RebateStatement Of(RebateScheme scheme, LoyaltyCalendar calendar, IEnumerable<JournalEntry> journal, LocalDate day, Currency currency)
    {
        Dictionary<string, RebateOrder> orders = new(StringComparer.Ordinal);
        LocalDate? joined = null;
        foreach (JournalEntry entry in journal ?? throw new ArgumentNullException(nameof(journal)))
        {
            if (entry.Kind == EntryKind.Join)
                joined = (calendar ?? throw new ArgumentNullException(nameof(calendar))).DateOf(entry.OccurredAt);
            if (entry.Detail is OrderDetail paid)
                orders[paid.Order.Id] = new(paid.Order, calendar!.DateOf(entry.OccurredAt), null);
            else if (entry.Detail is RefundDetail refund && orders.TryGetValue(refund.Order, out RebateOrder? order))
                orders[refund.Order] = order with { Remaining = refund.Remaining };
        }

        return Of(scheme, calendar!, orders.Values, day, joined, currency);
    }

    internal static RebateStatement Of(RebateScheme scheme, LoyaltyCalendar calendar, IEnumerable<RebateOrder> orders, LocalDate day, LocalDate? joined, Currency currency)
    {
        DayRange period = calendar.PeriodOf(scheme.Period, day, joined);
        if (period.From is not { } start)
            throw new ArgumentException($"Rebate '{scheme.Id}' needs a period that ends, not {scheme.Period}.", nameof(scheme));
        DayRange before = calendar.PeriodOf(scheme.Period, start.PlusDays(-1), joined);
        decimal purchases = 0;
        decimal last = 0;
        foreach (RebateOrder order in orders)
        {
            if (period.Contains(order.Day))
                purchases += order.Net(currency);
            else if (before.Contains(order.Day))
                last += order.Net(currency);
        }

        decimal rate = scheme.Rate;
        decimal? next = null;
        foreach (RebateLevel level in scheme.Levels)
        {
            if (last <= 0)
                break;
            decimal needed = last * (1 + level.GrowthFrom);
            if (purchases >= needed)
                rate = level.Rate;
            else
                next ??= needed - purchases;
        }

        return new()
        {
            Scheme = scheme.Id,
            Period = period,
            Purchases = new(purchases, currency),
            LastPurchases = new(last, currency),
            Rate = rate,
            ToNext = next is { } missing ? new Money(missing, currency) : null,
        };
    }
}
