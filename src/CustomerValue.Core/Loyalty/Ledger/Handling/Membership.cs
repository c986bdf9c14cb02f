using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Tiers that are given, and members who are one.</summary>
internal static class Membership
{
    public static Rejection? Assign(LedgerTransaction tx, MemberBook book, TierAssigned assigned)
    {
        CompiledProgram program = tx.Setup.Programs.Nearest(tx.OccurredAt);
        if (program.RankOf(assigned.Level) < 0)
            return Rejections.Of(LedgerError.UnknownTier, $"There is no tier '{assigned.Level}' in the programme.", $"计划中没有等级“{assigned.Level}”。");
        if (assigned.Kind is not (TierReason.ManualOverride or TierReason.Lifetime or TierReason.StatusMatch or TierReason.Trial))
            return Rejections.Invalid("kind", assigned.Kind.ToString(), "ManualOverride, Lifetime, StatusMatch or Trial", "ManualOverride、Lifetime、StatusMatch 或 Trial");
        if (assigned.Until <= tx.OccurredAt)
            return Rejections.Invalid("until", assigned.Until.ToString()!, $"after {tx.OccurredAt}", $"晚于 {tx.OccurredAt}");
        tx.Post(book, EntryKind.Tier, detail: new TierDetail(new TierAssignment(assigned.Level, assigned.Kind, book.Effective, assigned.Until)));
        return null;
    }

    public static Rejection? Merge(LedgerTransaction tx, MemberBook into, MemberBook other)
    {
        if (into.State == other.State)
            return Rejections.Of(LedgerError.SameMember, "The two are one member already.", "两者已是同一会员。");
        if (into.State.Holds.Values.Concat(other.State.Holds.Values).Any(hold => hold.Ended is null && hold.Until > other.Now))
            return Rejections.Of(LedgerError.OpenHolds, "A member with an open hold can't be merged; capture or void it first.", "有未结束冻结的会员不能合并；请先扣除或释放。");
        tx.Settle(into);
        tx.Settle(other);
        List<JournalEntry> moved = [];
        foreach (WalletState? wallet in other.State.Wallets)
        {
            if (wallet is not null && MoveOut(tx, other, wallet, into) is { } entry)
                moved.Add(entry);
        }

        tx.Post(other, EntryKind.MergedInto, detail: new MemberDetail(into.State.Number));
        int before = into.State.Lots.Count;
        tx.Post(into, EntryKind.Merge, detail: new MemberDetail(other.State.Number, other.State.Sequence), effective: into.Now);
        foreach (JournalEntry entry in moved)
        {
            WalletState wallet = tx.Wallet(into, tx.Setup.WalletOf(entry.Wallet!));
            tx.Post(into, EntryKind.Transfer, wallet, [.. entry.Postings.Select(posting => Mirror(posting, before))], detail: new MemberDetail(other.State.Number), effective: into.Now);
            tx.PayDebt(into, wallet, into.Now);
        }

        return null;
    }

    public static Rejection? Unmerge(LedgerTransaction tx, MemberBook from, MemberBook other)
    {
        JournalEntry[] journal = [.. tx.JournalOf(from.State)];
        JournalEntry? merge = journal.LastOrDefault(entry => entry.Kind == EntryKind.Merge && entry.Detail is MemberDetail detail && detail.Member == other.State.Number);
        if (merge is null || other.State.MergedInto != from.State.Number)
            return Rejections.Of(LedgerError.NotMerged, "The two are not merged.", "两者并未合并。");
        tx.Settle(from);
        // What time alone did since comes back with its lot; a debt that was paid with it can't be parted any more.
        if (journal.Concat(tx.Entries.Where(entry => entry.Member == from.State.Number)).Any(entry => entry.Sequence > merge.Sequence && entry.Key != merge.Key && entry.Wallet is not null && (!entry.IsDue || entry.Kind == EntryKind.PayDebt)))
            return Rejections.Of(LedgerError.PointsMovedSinceMerge, "Points of the merged member have moved since; correct the two by hand.", "合并后积分已有变动；请手工更正。");
        foreach (IGrouping<string, JournalEntry> wallet in journal.Where(entry => entry.Key == merge.Key && entry.Sequence > merge.Sequence && entry.Wallet is not null && !entry.IsDue).GroupBy(entry => entry.Wallet!))
            MoveBack(tx, from, tx.Wallet(from, tx.Setup.WalletOf(wallet.Key)), wallet);
        tx.Post(from, EntryKind.Unmerge, detail: merge.Detail, effective: from.Now);
        tx.Post(other, EntryKind.Unmerge, detail: new MemberDetail(from.State.Number), effective: other.Now);
        foreach (JournalEntry entry in tx.JournalOf(other.State).Where(entry => entry.Key == merge.Key && entry.Wallet is not null && !entry.IsDue).ToArray())
            tx.Post(other, EntryKind.Transfer, tx.Wallet(other, tx.Setup.WalletOf(entry.Wallet!)), [.. entry.Postings.Select(posting => posting with { Units = -posting.Units })], detail: new MemberDetail(from.State.Number), effective: other.Now);
        tx.Settle(other);
        return null;
    }

    /// <summary>All that is left in a wallet goes, and so does what is owed.</summary>
    private static JournalEntry? MoveOut(LedgerTransaction tx, MemberBook other, WalletState wallet, MemberBook into)
    {
        List<Posting> postings = [];
        long sum = 0;
        foreach (Lot lot in wallet.Open)
        {
            long units = lot.Pending + lot.Available;
            if (lot.Pending > 0)
                postings.Add(new(LedgerAccount.Pending, lot.Terms.Number, -lot.Pending));
            if (lot.Available > 0)
                postings.Add(new(LedgerAccount.Available, lot.Terms.Number, -lot.Available));
            sum += units;
        }

        if (wallet[LedgerAccount.Debt] != 0)
            postings.Add(new(LedgerAccount.Debt, 0, -wallet[LedgerAccount.Debt]));
        if (wallet.Overdraft != 0)
            postings.Add(new(LedgerAccount.Available, 0, -wallet.Overdraft));
        sum += wallet[LedgerAccount.Debt] + wallet.Overdraft;
        if (postings.Count == 0)
            return null;
        if (sum != 0)
            postings.Add(new(LedgerAccount.Transferred, 0, sum));
        return tx.Post(other, EntryKind.Transfer, wallet, postings, detail: new MemberDetail(into.State.Number), effective: other.Now);
    }

    private static Posting Mirror(Posting posting, int before) => posting with { Lot = posting.Lot == 0 ? 0 : before + posting.Lot, Units = -posting.Units };

    /// <summary>What the merge brought goes back, from wherever time has put it since.</summary>
    private static void MoveBack(LedgerTransaction tx, MemberBook from, WalletState wallet, IEnumerable<JournalEntry> brought)
    {
        Posting[] all = [.. brought.SelectMany(entry => entry.Postings)];
        List<Posting> postings = [];
        foreach (IGrouping<int, Posting> lot in all.Where(posting => posting.Lot != 0).GroupBy(posting => posting.Lot))
        {
            long units = lot.Sum(posting => posting.Units);
            Lot now = from.State.Lot(lot.Key);
            long pending = Math.Min(Math.Max(units, 0), now.Pending);
            long available = units < 0 ? units : Math.Min(units - pending, now.Available);
            Add(postings, LedgerAccount.Pending, lot.Key, -pending);
            Add(postings, LedgerAccount.Available, lot.Key, -available);
            Add(postings, LedgerAccount.Expired, lot.Key, -(units - pending - available));
        }

        foreach (IGrouping<LedgerAccount, Posting> account in all.Where(posting => posting.Lot == 0).GroupBy(posting => posting.Account))
            Add(postings, account.Key, 0, -account.Sum(posting => posting.Units));
        tx.Post(from, EntryKind.Transfer, wallet, postings, detail: new MemberDetail(from.State.Number), effective: from.Now);
    }

    private static void Add(List<Posting> postings, LedgerAccount account, int lot, long units)
    {
        if (units != 0)
            postings.Add(new(account, lot, units));
    }
}
