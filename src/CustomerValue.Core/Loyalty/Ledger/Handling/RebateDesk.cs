using System.Globalization;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Brings a rebate to what is due: grants the difference, or takes it back. Cumulative, so any number of settlements comes to the same.</summary>
internal static class RebateDesk
{
    private const string Prefix = "rebate:";

    public static Rejection? Settle(LedgerTransaction tx, MemberBook book, RebateSettled settled)
    {
        CompiledProgram program = tx.Setup.Programs.Nearest(tx.OccurredAt);
        if (program.Program.Rebates.FirstOrDefault(each => each.Id == settled.Scheme) is not { } scheme)
            return Rejections.Of(LedgerError.UnknownReward, $"There is no rebate '{settled.Scheme}' in the programme.", $"计划中没有返利“{settled.Scheme}”。");
        if (tx.Setup.FindWallet(scheme.Wallet) is not (>= 0 and var at) || tx.Setup.Wallets[at].Currency is not { } currency)
            return Rejections.Of(LedgerError.UnknownWallet, $"Rebate '{scheme.Id}' needs a wallet that holds money.", $"返利“{scheme.Id}”须有资金钱包。");
        if (book.State.Orders.Values.FirstOrDefault(order => order.Order.Lines[0].Amount.Currency != currency) is { } other)
            return Rejections.Of(LedgerError.CurrencyMismatch, $"Order '{other.Order.Id}' is in {other.Order.Lines[0].Amount.Currency} and the rebate in {currency}.", $"订单“{other.Order.Id}”币种与返利币种 {currency} 不同。");
        RebateStatement due = Rebate.Of(scheme, program.Calendar, book.State.Orders.Values.Select(order => new RebateOrder(order.Order, order.Day, order.Remaining)), settled.Day, book.State.Joined, currency);
        string source = $"{Prefix}{scheme.Id}:{due.Period.From!.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}";
        CounterKey key = new(Prefix + scheme.Id, Period.DaysBetween(new LocalDate(1970, 1, 1), due.Period.From.Value), IsShared: false);
        book.State.Counters.TryGetValue(key, out long granted);
        long difference = Units(due.Due.Amount, tx.Setup.Wallets[at], program.Program.Rounding.Mode) - granted;
        // Nothing is opened for nothing: the journal would not know of it.
        if (difference == 0)
            return null;
        WalletState wallet = tx.Wallet(book, at);
        tx.Settle(book, wallet);
        if (difference < 0)
            return TakeBack(tx, book, wallet, source, -difference, key);
        int days = Period.DaysBetween(program.Calendar.DateOf(tx.OccurredAt), LoyaltyCalendar.Plus(due.Period.To!.Value, scheme.Pending ?? Period.Zero));
        EarnOrigin origin = new()
        {
            ProgramHash = program.Hash,
            Rule = Prefix + scheme.Id,
            Source = source,
            Exact = Fraction.Of(difference, 1),
            Rounding = program.Program.Rounding.Mode,
        };
        Granting.Grant(
            tx, book, wallet, difference, days > 0 ? Period.FromDays(days) : null, null, origin, [new(key, difference, Released: false)],
            detail: new RebateDetail(scheme.Id, due.Period, due.Purchases.Amount, due.LastPurchases.Amount, due.Rate));
        return null;
    }

    /// <summary>From the last settlement of the period back.</summary>
    private static Rejection? TakeBack(LedgerTransaction tx, MemberBook book, WalletState wallet, string source, long duty, CounterKey key)
    {
        for (int at = book.State.Lots.Count - 1; at >= 0 && duty > 0; at--)
        {
            Lot lot = book.State.Lots[at];
            long part = tx.Wallet(book, lot.Wallet) == wallet ? Math.Min(duty, lot.Granted - lot.Reversed) : 0;
            if (part <= 0 || tx.EntryOf(lot).Origin?.Source != source)
                continue;
            if (Reversing.Reverse(tx, book, wallet, lot, part, [new(key, -part, Released: false)]) is { } refused)
                return refused;
            duty -= part;
        }

        return null;
    }

    private static long Units(decimal amount, Wallet wallet, RoundingMode mode)
    {
        for (int at = 0; at < wallet.Scale; at++)
            amount *= 10;
        decimal whole = decimal.Floor(amount);
        decimal rest = amount - whole;
        // Amounts are not negative, so that towards zero is down.
        bool up = mode switch
        {
            RoundingMode.Ceiling => rest > 0,
            RoundingMode.HalfUp => rest >= 0.5m,
            RoundingMode.HalfDown => rest > 0.5m,
            RoundingMode.HalfEven => rest > 0.5m || (rest == 0.5m && whole % 2 != 0),
            _ => false,
        };
        return decimal.ToInt64(whole) + (up ? 1 : 0);
    }
}
