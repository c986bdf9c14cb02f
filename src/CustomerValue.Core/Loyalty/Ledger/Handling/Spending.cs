using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Spends points, and gives them back.</summary>
internal static class Spending
{
    public static Rejection? Redeem(LedgerTransaction tx, MemberBook book, int at, decimal points, string source) =>
        Units.Of(points, tx.Setup.Wallets[at], out long units) ?? Redeem(tx, book, at, units, new SourceDetail(source));

    public static Rejection? Redeem(LedgerTransaction tx, MemberBook book, int at, long units, EntryDetail detail)
    {
        if (Short(tx, book, at, units) is { } rejection)
            return rejection;
        WalletState wallet = tx.Wallet(book, at);
        List<Taken> taken = Take(wallet, units);
        tx.Post(book, EntryKind.Redeem, wallet, Postings(taken, LedgerAccount.Available, LedgerAccount.Redeemed), detail: detail, effective: Effective(book, taken));
        return null;
    }

    /// <summary>A rejection where there are not enough points.</summary>
    public static Rejection? Short(LedgerTransaction tx, MemberBook book, int at, long units)
    {
        // What time has done by now comes first; where the command is refused, it is thrown away with the rest.
        WalletState wallet = tx.Wallet(book, at);
        tx.Settle(book, wallet);
        long there = Math.Max(0, wallet[LedgerAccount.Available]);
        if (there < units)
            return Rejections.Insufficient(units, there, wallet.Wallet.Scale);
        if (tx.Setup.Programs.Nearest(book.Now).Program.Policies.Funds == RedemptionFunds.AsOfRecorded || tx.OccurredAt >= book.Now)
            return null;
        long then = tx.AvailableAt(book.State, at, tx.OccurredAt);
        return then >= units ? null : Rejections.Of(
            LedgerError.InsufficientAtOccurrence,
            $"{Rejections.Points(units, wallet.Wallet.Scale)} points are asked for, and when it occurred {Rejections.Points(Math.Max(0, then), wallet.Wallet.Scale)} were available.",
            $"需要 {Rejections.Points(units, wallet.Wallet.Scale)} 积分，发生时可用 {Rejections.Points(Math.Max(0, then), wallet.Wallet.Scale)} 积分。");
    }

    public static Rejection? Cancel(LedgerTransaction tx, MemberBook book, RedemptionCancelled cancelled)
    {
        RedemptionState[] paid = [.. Of(book, cancelled.Source)];
        if (paid.Length == 0)
            return Rejections.Unknown(LedgerError.UnknownRedemption, "redemption for", "针对来源的兑换", cancelled.Source);
        if (paid.Length > 1 && cancelled.Points is { } some)
            return Rejections.Invalid("points", some.ToString(System.Globalization.CultureInfo.InvariantCulture), "left out where several wallets paid", "在多个钱包支付时省略");
        RedemptionState redemption = Array.Find(paid, each => each.Left > 0) ?? paid[0];
        Wallet kind = tx.Setup.Wallets[redemption.Wallet];
        long left = redemption.Left;
        long units = left;
        if (cancelled.Points is { } points && Units.Of(points, kind, out units) is { } invalid)
            return invalid;
        if (left == 0)
            return Rejections.Of(LedgerError.AlreadyReversed, $"The redemption for '{cancelled.Source}' was given back in whole before.", $"“{cancelled.Source}”的兑换已全部退回。");
        if (units > left)
            return Exceeds("cancelled", "取消", units, left, kind.Scale);
        JournalEntry? reward = book.State.Coupons.Reward(cancelled.Source);
        if (reward is not null && (units < left ? Rejections.Invalid("points", Rejections.Points(units, kind.Scale), "left out: a reward is given back whole", "省略：奖励须整体退回") : RewardDesk.MayCancel(tx, book, reward)) is { } refused)
            return refused;
        if (paid.Length == 1)
            Restore(tx, book, cancelled.Source, redemption, units);
        else
        {
            foreach (RedemptionState each in paid)
            {
                if (each.Left > 0)
                    Restore(tx, book, cancelled.Source, each, each.Left);
            }
        }

        return reward is null ? null : RewardDesk.Cancel(tx, book, reward);
    }

    /// <summary>What was spent on a source, wallet by wallet.</summary>
    public static IEnumerable<RedemptionState> Of(MemberBook book, string source)
    {
        for (int wallet = 0; wallet < book.State.Wallets.Length; wallet++)
        {
            if (book.State.Redemptions.TryGetValue((source, wallet), out RedemptionState? redemption))
                yield return redemption;
        }
    }

    /// <summary>Gives back the last units taken; those of lots that have ended expire at once, or live on for the days of grace.</summary>
    public static void Restore(LedgerTransaction tx, MemberBook book, string source, RedemptionState redemption, long units)
    {
        WalletState wallet = tx.Wallet(book, redemption.Wallet);
        tx.Settle(book, wallet);
        var program = tx.Setup.Programs.Nearest(book.Now);
        Instant? grace = program.Program.Policies.RedemptionReversal == RestoredExpiry.Grace
            ? program.Calendar.ExpiresAt(new() { Kind = Calendars.ExpiryKind.FixedAfter, Period = Period.FromDays(program.Program.Policies.RestoredGraceDays) }, tx.OccurredAt)
            : null;
        List<Posting> postings = [];
        List<LotTerms> lots = [];
        foreach (Taken back in redemption.Last(units))
        {
            LotTerms terms = book.State.Lot(back.Lot).Terms;
            int to = back.Lot;
            if (grace is { } end && terms.ExpiresAt < end)
            {
                to = book.State.Lots.Count + lots.Count + 1;
                lots.Add(new(to, terms.EarnedAt, terms.ActivatesAt, end, back.Lot));
            }

            postings.Add(new(LedgerAccount.Redeemed, back.Lot, -back.Units));
            postings.Add(new(LedgerAccount.Available, to, back.Units));
        }

        tx.Post(book, EntryKind.Restore, wallet, postings, lots, detail: new SourceDetail(source));
        tx.PayDebt(book, wallet, book.Effective);
        tx.Settle(book, wallet);
    }

    public static Rejection Exceeds(string what, string what2, long units, long left, int scale) => Rejections.Of(
        LedgerError.ExceedsOriginal,
        $"{Rejections.Points(units, scale)} points are to be {what} and {Rejections.Points(left, scale)} are left of the original.",
        $"要{what2} {Rejections.Points(units, scale)} 积分，原交易仅剩 {Rejections.Points(left, scale)} 积分。");

    /// <summary>Units from open lots in their order; there are enough.</summary>
    public static List<Taken> Take(WalletState wallet, long units)
    {
        List<Taken> taken = new(2);
        for (int at = 0; units > 0; at++)
        {
            Lot lot = wallet.Open[at];
            long part = Math.Min(units, lot.Available);
            if (part == 0)
                continue;
            taken.Add(new(lot.Terms.Number, part));
            units -= part;
        }

        return taken;
    }

    public static Posting[] Postings(List<Taken> taken, LedgerAccount from, LedgerAccount to)
    {
        Posting[] postings = new Posting[2 * taken.Count];
        for (int at = 0; at < taken.Count; at++)
        {
            postings[2 * at] = new(from, taken[at].Lot, -taken[at].Units);
            postings[(2 * at) + 1] = new(to, taken[at].Lot, taken[at].Units);
        }

        return postings;
    }

    /// <summary>What is spent counts when it occurred, but not before its points were there to be spent.</summary>
    public static Instant Effective(MemberBook book, List<Taken> taken)
    {
        foreach (Taken each in taken)
        {
            if (book.State.Lot(each.Lot).LastMoved > book.Effective)
                return book.Now;
        }

        return book.Effective;
    }
}
