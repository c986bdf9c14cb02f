using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>What time alone does: pending points become available, holds end, points expire, and what becomes available pays what is owed. Jobs, commands and balances all ask here, so that no job is ever needed.</summary>
internal static class Settlement
{
    /// <summary>
    /// The next thing that is due until an instant, or null where there is nothing left. It is to be applied before the next is asked for. Of things
    /// due together, points become available first, then holds end, then debts are paid, then points expire.
    /// </summary>
    public static Due? Next(WalletState wallet, Instant until)
    {
        if (wallet.IsSettledAt(until))
            return null;
        Instant at = wallet.NextDue;
        foreach (Lot lot in wallet.Open)
        {
            if (lot.Pending > 0 && lot.Terms.ActivatesAt == at)
                return new(EntryKind.Activate, at, [new(LedgerAccount.Pending, lot.Terms.Number, -lot.Pending), new(LedgerAccount.Available, lot.Terms.Number, lot.Pending)]);
        }

        foreach (HoldState hold in wallet.Holds)
        {
            if (hold.Until == at)
                return new(EntryKind.Release, at, Release(hold), hold);
        }

        // What expires now can't pay any more.
        foreach (Lot lot in wallet.Open)
        {
            if (lot.Available > 0 && lot.ExpiryDue <= at)
                return Expiry(lot, at);
        }

        throw new InvalidOperationException($"Something is due at {at}, but nothing is found; the lots of the wallet are damaged.");
    }

    /// <summary>The wallet as it is at an instant by time alone: itself, or a copy where something is due by then.</summary>
    public static WalletState SettledAt(WalletState wallet, MemberState state, Instant at)
    {
        if (wallet.IsSettledAt(at))
            return wallet;
        WalletState copy = wallet.Copy(state.Lot, out Func<int, Lot> lotOf);
        Settle(copy, at, lotOf, null);
        return copy;
    }

    /// <summary>Does to a wallet that belongs to the caller what time does until an instant, and tells of each movement.</summary>
    public static void Settle(WalletState wallet, Instant until, Func<int, Lot> lotOf, Action<Posting[], Instant>? moved)
    {
        while (Next(wallet, until) is { } due)
        {
            Apply(wallet, due.Postings, due.At, lotOf);
            moved?.Invoke(due.Postings, due.At);
            if (due.Hold is not null)
                wallet.Remove(due.Hold);
            if (due.Kind == EntryKind.Expire || Payment(wallet, PaidAt(wallet, due)) is not { } payment)
                continue;
            Apply(wallet, payment, PaidAt(wallet, due), lotOf);
            moved?.Invoke(payment, PaidAt(wallet, due));
        }
    }

    /// <summary>When points that became available pay: not before there was something to pay.</summary>
    public static Instant PaidAt(WalletState wallet, Due due) => Instant.Max(due.At, wallet.OwedSince);

    private static void Apply(WalletState wallet, Posting[] postings, Instant effective, Func<int, Lot> lotOf)
    {
        foreach (Posting posting in postings)
            wallet.Apply(posting, posting.Lot == 0 ? null : lotOf(posting.Lot), effective);
    }

    public static Due Expiry(Lot lot, Instant at) =>
        new(EntryKind.Expire, at, [new(LedgerAccount.Available, lot.Terms.Number, -lot.Available), new(LedgerAccount.Expired, lot.Terms.Number, lot.Available)]);

    public static Posting[] Release(HoldState hold)
    {
        Posting[] postings = new Posting[2 * hold.Lots.Count];
        for (int at = 0; at < hold.Lots.Count; at++)
        {
            postings[2 * at] = new(LedgerAccount.Held, hold.Lots[at].Lot, -hold.Lots[at].Units);
            postings[(2 * at) + 1] = new(LedgerAccount.Available, hold.Lots[at].Lot, hold.Lots[at].Units);
        }

        return postings;
    }

    /// <summary>The payment of what is owed from what is available, or null where nothing is owed or there is nothing to pay with. Points that have expired by then do not pay.</summary>
    public static Posting[]? Payment(WalletState wallet, Instant at)
    {
        long owed = wallet.Owed;
        if (owed <= 0)
            return null;
        List<Posting> postings = [];
        long paid = 0;
        foreach (Lot lot in wallet.Open)
        {
            long units = Math.Min(owed - paid, lot.Available);
            if (units <= 0 || lot.ExpiryDue <= at)
                continue;
            postings.Add(new(LedgerAccount.Available, lot.Terms.Number, -units));
            paid += units;
        }

        if (paid == 0)
            return null;
        long toDebt = Math.Min(paid, -wallet[LedgerAccount.Debt]);
        if (toDebt > 0)
            postings.Add(new(LedgerAccount.Debt, 0, toDebt));
        if (paid > toDebt)
            postings.Add(new(LedgerAccount.Available, 0, paid - toDebt));
        return [.. postings];
    }
}
