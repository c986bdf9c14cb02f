using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>
/// Takes back what a refunded order earned, and gives back what paid for it. By the cumulative method: after each refund there stays what the rules
/// would have given for the rest, so any split of a refund comes to the same.
/// </summary>
internal static class Refunding
{
    public static Rejection? Refund(LedgerTransaction tx, MemberBook book, OrderRefunded refunded, Func<long, int, (MemberState Member, int Lot)> whereIs)
    {
        if (!book.State.Orders.TryGetValue(refunded.OrderId, out OrderState? order))
            return Rejections.Unknown(LedgerError.UnknownOrder, "order", "订单", refunded.OrderId);
        if (Remaining(order, refunded, out Fraction[] remaining) is { } rejection)
            return rejection;
        tx.Settle(book);
        decimal before = Eligible(order, order.Remaining);
        decimal after = Eligible(order, remaining);
        CompiledProgram program = tx.Setup.Programs.Nearest(order.OccurredAt);
        decimal qualifying = program.Program.Tiers?.Basis switch
        {
            TierBasis.Spend => after - before,
            TierBasis.Visits when remaining.All(part => part == Fraction.Zero) => -1,
            _ => 0,
        };
        tx.Post(book, EntryKind.Refund, detail: new RefundDetail(refunded.OrderId, remaining), qualifying: qualifying, qualifiesAt: order.OccurredAt);
        if (program.ReverseEarn is { } effect)
        {
            foreach ((long member, int lot) in order.Earned)
            {
                (MemberState state, int number) = whereIs(member, lot);
                if (Reverse(tx, tx.Book(state), number, remaining, effect) is { } refused)
                    return refused;
            }
        }

        if (program.Restore is not null)
        {
            foreach (RedemptionState redemption in Spending.Of(book, refunded.OrderId))
                Restore(tx, book, refunded.OrderId, redemption, order, remaining);
        }

        return null;
    }

    /// <summary>What is left of each line after the refund.</summary>
    private static Rejection? Remaining(OrderState order, OrderRefunded refunded, out Fraction[] remaining)
    {
        remaining = [.. order.Remaining];
        if (order.IsRefunded)
            return Rejections.Of(LedgerError.AlreadyReversed, $"Order '{order.Order.Id}' was refunded in whole before.", $"订单“{order.Order.Id}”已全额退款。");
        if (refunded.Share is { } share)
        {
            if (share is <= 0 or > 1 || refunded.Lines.Count > 0)
                return Rejections.Invalid("share", share.ToString(System.Globalization.CultureInfo.InvariantCulture), "above 0 and at most 1, and without lines", "大于 0 且不超过 1，且不与商品行同时给出");
            for (int at = 0; at < remaining.Length; at++)
                remaining[at] -= Fraction.Of(share);
        }
        else
        {
            // A refund without lines and share is one of all that is left.
            if (refunded.Lines.Count == 0)
                Array.Clear(remaining, 0, remaining.Length);
            foreach (RefundedLine line in refunded.Lines)
            {
                int at = Line(order.Order, line.Id);
                if (at < 0)
                    return Rejections.Unknown(LedgerError.UnknownLine, $"line in order {order.Order.Id} with the name", "商品行", line.Id);
                if (line.Amount.Currency != order.Order.Lines[at].Amount.Currency)
                    return Rejections.Of(LedgerError.CurrencyMismatch, $"Line '{line.Id}' was paid in {order.Order.Lines[at].Amount.Currency}; the refund says {line.Amount}.", $"商品行“{line.Id}”以 {order.Order.Lines[at].Amount.Currency} 支付；退款为 {line.Amount}。");
                decimal amount = order.Order.Lines[at].Amount.Amount;
                if (line.Amount.Amount < 0)
                    return Rejections.Invalid("amount", line.Amount.ToString(), "0 or above", "不小于 0");
                remaining[at] = amount == 0 ? Fraction.Zero : remaining[at] - (Fraction.Of(line.Amount.Amount) / Fraction.Of(amount));
            }
        }

        foreach (Fraction part in remaining)
        {
            if (part < Fraction.Zero)
                return Rejections.Of(LedgerError.ExceedsOriginal, $"More of order '{order.Order.Id}' is refunded than is left of it.", $"订单“{order.Order.Id}”的退款超过剩余金额。");
        }

        return null;
    }

    private static Rejection? Reverse(LedgerTransaction tx, MemberBook book, int number, Fraction[] remaining, Rules.Effects.ReverseEarnEffect effect)
    {
        Lot lot = book.State.Lot(number);
        JournalEntry made = tx.EntryOf(lot);
        EarnOrigin origin = made.Origin!;
        if (!(origin.Kind switch { AwardKind.Base => effect.Base, AwardKind.Bonus => effect.Bonus, _ => effect.Once }))
            return null;
        long duty = lot.Granted - lot.Reversed - Cumulative.Stays(origin.Lines, remaining, origin.Rounding, origin.RoundedByLine, lot.Granted);
        if (duty <= 0)
            return null;
        WalletState wallet = tx.Wallet(book, lot.Wallet);
        tx.Settle(book, wallet);
        return Reversing.Reverse(tx, book, wallet, lot, duty, Released(tx, lot, made.Uses, duty));
    }

    /// <summary>The room that the reversal makes under caps, and a limit's time where all is taken back and the policy gives it again.</summary>
    private static List<CounterUse> Released(LedgerTransaction tx, Lot lot, IReadOnlyList<CounterUse> used, long duty)
    {
        bool isWhole = lot.Reversed + duty == lot.Granted;
        bool reArm = tx.Setup.Programs.Nearest(tx.OccurredAt).Program.Policies.OnceReversal == OnceReversal.ReArm;
        List<CounterUse> uses = [];
        foreach (CounterUse use in used)
        {
            if (use.Key.CountsTimes ? isWhole && reArm : use.Released)
                uses.Add(use with { Amount = use.Key.CountsTimes ? -use.Amount : -duty });
        }

        return uses;
    }

    private static void Restore(LedgerTransaction tx, MemberBook book, string source, RedemptionState redemption, OrderState order, Fraction[] remaining)
    {
        // The share of the order's amount that is refunded by now; lines of nothing weigh nothing.
        decimal whole = order.Order.Lines.Sum(line => line.Amount.Amount);
        Fraction refunded = Fraction.Zero;
        for (int at = 0; at < remaining.Length; at++)
            refunded += whole == 0 ? (Fraction.One - remaining[at]) / Fraction.Of(remaining.Length, 1) : Fraction.Of(order.Order.Lines[at].Amount.Amount) / Fraction.Of(whole) * (Fraction.One - remaining[at]);
        long given = redemption.Total - redemption.Left;
        long due = (refunded * Fraction.Of(redemption.Total, 1)).Round(RoundingMode.Floor) - given;
        if (due > 0)
            Spending.Restore(tx, book, source, redemption, Math.Min(due, redemption.Left));
    }

    private static decimal Eligible(OrderState order, Fraction[] remaining)
    {
        decimal sum = 0;
        for (int at = 0; at < remaining.Length; at++)
        {
            OrderLine line = order.Order.Lines[at];
            if (line.Eligible)
                sum += line.Amount.Amount * remaining[at].Numerator / remaining[at].Denominator;
        }

        return sum;
    }

    private static int Line(Order order, string id)
    {
        for (int at = 0; at < order.Lines.Count; at++)
        {
            if (order.Lines[at].Id == id)
                return at;
        }

        return -1;
    }
}
