using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Sets points aside, spends them, gives them back.</summary>
internal static class Holding
{
    public static Rejection? Hold(LedgerTransaction tx, MemberBook book, PointsHeld held, int at)
    {
        if (Units.Of(held.Points, tx.Setup.Wallets[at], out long units) is { } invalid)
            return invalid;
        if (book.State.Holds.ContainsKey(held.Hold))
            return Rejections.Of(LedgerError.HoldExists, $"There was a hold '{held.Hold}' before; give each hold its own name.", $"已存在名为“{held.Hold}”的冻结；每个冻结须使用不同名称。");
        int minutes = held.Minutes ?? tx.Setup.Programs.Nearest(book.Now).Program.Policies.HoldMinutes;
        if (minutes is < 1 or > 527_040)
            return Rejections.Invalid("minutes", minutes.ToString(System.Globalization.CultureInfo.InvariantCulture), "1 to 527040 (a year)", "1 到 527040（一年）");
        if (Spending.Short(tx, book, at, units) is { } rejection)
            return rejection;
        WalletState wallet = tx.Wallet(book, at);
        tx.Settle(book, wallet);
        List<Taken> taken = Spending.Take(wallet, units);
        Instant effective = Spending.Effective(book, taken);
        tx.Post(book, EntryKind.Hold, wallet, Spending.Postings(taken, LedgerAccount.Available, LedgerAccount.Held), detail: new HoldDetail(held.Hold, effective + Duration.FromMinutes(minutes)), effective: effective);
        // A hold that is recorded after its end was never one.
        tx.Settle(book, wallet);
        return null;
    }

    public static Rejection? Capture(LedgerTransaction tx, MemberBook book, HoldCaptured captured)
    {
        if (Open(book, captured.Hold, out HoldState? hold) is { } rejection)
            return rejection;
        WalletState wallet = WalletOf(tx, book, hold!);
        long held = hold!.Lots.Sum(taken => taken.Units);
        long units = held;
        if (captured.Points is { } points && Units.Of(points, wallet.Wallet, out units) is { } invalid)
            return invalid;
        if (units > held)
            return Spending.Exceeds("captured", "扣除", units, held, wallet.Wallet.Scale);
        tx.Settle(book, wallet);
        List<Posting> postings = [];
        foreach (Taken taken in hold.Lots)
        {
            long spent = Math.Min(units, taken.Units);
            units -= spent;
            postings.Add(new(LedgerAccount.Held, taken.Lot, -taken.Units));
            if (spent > 0)
                postings.Add(new(LedgerAccount.Redeemed, taken.Lot, spent));
            if (spent < taken.Units)
                postings.Add(new(LedgerAccount.Available, taken.Lot, taken.Units - spent));
        }

        tx.Post(book, EntryKind.Capture, wallet, postings, detail: new HoldDetail(hold.Name, hold.Until));
        tx.PayDebt(book, wallet, book.Effective);
        tx.Settle(book, wallet);
        return null;
    }

    public static Rejection? Void(LedgerTransaction tx, MemberBook book, HoldVoided voided)
    {
        if (Open(book, voided.Hold, out HoldState? hold) is { } rejection)
            return rejection;
        WalletState wallet = WalletOf(tx, book, hold!);
        tx.Settle(book, wallet);
        tx.Post(book, EntryKind.Release, wallet, Settlement.Release(hold!), detail: new HoldDetail(hold!.Name, hold.Until));
        tx.PayDebt(book, wallet, book.Effective);
        tx.Settle(book, wallet);
        return null;
    }

    private static Rejection? Open(MemberBook book, string name, out HoldState? hold)
    {
        if (!book.State.Holds.TryGetValue(name, out hold))
            return Rejections.Unknown(LedgerError.UnknownHold, "hold", "冻结", name);
        if (hold.Ended == EntryKind.Capture)
            return Rejections.Of(LedgerError.AlreadyCaptured, $"The hold '{name}' was captured before.", $"冻结“{name}”已被扣除。");
        // A hold that ended by itself is not open, whether or not a job has written that down.
        if (hold.Until <= book.Now && (hold.Ended is null || hold.EndedByTime))
            return Rejections.Of(LedgerError.HoldExpired, $"The hold '{name}' ended at {hold.Until}; make a new one.", $"冻结“{name}”已于 {hold.Until} 到期；请重新冻结。");
        return hold.Ended is null ? null : Rejections.Of(LedgerError.AlreadyVoided, $"The hold '{name}' was given back before.", $"冻结“{name}”已被释放。");
    }

    private static WalletState WalletOf(LedgerTransaction tx, MemberBook book, HoldState hold) => tx.Wallet(book, book.State.Lot(hold.Lots[0].Lot).Wallet);
}
