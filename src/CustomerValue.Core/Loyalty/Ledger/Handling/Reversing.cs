using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Takes units of a lot's earn back, from where the programme says, and settles what is short.</summary>
internal static class Reversing
{
    public static Rejection? Reverse(LedgerTransaction tx, MemberBook book, WalletState wallet, Lot lot, long duty, IReadOnlyList<CounterUse> uses)
    {
        ProgramPolicies policies = tx.Setup.Programs.Nearest(book.Now).Program.Policies;
        int number = lot.Terms.Number;
        (long remaining, long expired, long spent) = Pools(lot, duty, policies.EarnReversal);
        List<Posting> postings = [];
        long pending = Math.Min(remaining, lot.Pending);
        Add(postings, LedgerAccount.Pending, number, -pending);
        Add(postings, LedgerAccount.Available, number, pending - remaining);
        Add(postings, LedgerAccount.Expired, number, -expired);
        long there = wallet.Open.Where(each => each != lot).Sum(each => each.Available) + (lot.Available - (remaining - pending));
        long taken = Math.Min(spent, Math.Max(0, there));
        long lack = spent - taken;
        if (lack > 0 && policies.ShortfallOnClawback == ClawbackShortfall.Reject)
            return Rejections.Of(
                LedgerError.InsufficientForClawback,
                $"{Rejections.Points(spent, wallet.Wallet.Scale)} points that were spent are to be taken back and {Rejections.Points(taken, wallet.Wallet.Scale)} are available.",
                $"需收回已使用的 {Rejections.Points(spent, wallet.Wallet.Scale)} 积分，可用仅 {Rejections.Points(taken, wallet.Wallet.Scale)} 积分。");
        TakeOthers(postings, wallet, lot, remaining - pending, taken);
        Lack(postings, wallet, lack, policies);
        Add(postings, LedgerAccount.Reversed, number, duty);
        decimal qualifying = tx.EntryOf(lot).Origin is { Qualifying: true } ? Qualifying.OfUnits(tx, wallet.Wallet, duty) : 0;
        tx.Post(
            book, EntryKind.Reverse, wallet, postings, detail: new ReversalDetail(number, remaining, expired, spent), uses: uses,
            qualifying: -qualifying, qualifiesAt: lot.Terms.EarnedAt, effective: Spending.Effective(book, [.. postings.Where(each => each.Lot != 0).Select(each => new Taken(each.Lot, 0))]));
        return null;
    }

    private static (long Remaining, long Expired, long Spent) Pools(Lot lot, long duty, ReversalPools pools)
    {
        long remaining = Math.Min(duty, lot.Pending + lot.Available);
        long rest = duty - remaining;
        switch (pools)
        {
            case ReversalPools.RemainingExpiredSpent:
                long expired = Math.Min(rest, lot.Expired);
                return (remaining, expired, rest - expired);
            case ReversalPools.RemainingSpentExpired:
                long spent = Math.Min(rest, lot.Spent);
                return (remaining, rest - spent, spent);
            case ReversalPools.ProRata:
                long both = lot.Spent + lot.Expired;
                long part = both == 0 ? 0 : (Fraction.Of(rest, 1) * Fraction.Of(lot.Spent, both)).Round(RoundingMode.Ceiling);
                return (remaining, rest - part, part);
            default:
                return (remaining, 0, rest);
        }
    }

    /// <summary>The spent part comes from the member's lots in the order in which they are spent.</summary>
    private static void TakeOthers(List<Posting> postings, WalletState wallet, Lot lot, long alreadyTaken, long units)
    {
        foreach (Lot each in wallet.Open)
        {
            long part = Math.Min(units, each == lot ? each.Available - alreadyTaken : each.Available);
            Add(postings, LedgerAccount.Available, each.Terms.Number, -part);
            units -= part;
        }
    }

    private static void Lack(List<Posting> postings, WalletState wallet, long lack, ProgramPolicies policies)
    {
        if (policies.ShortfallOnClawback == ClawbackShortfall.AllowNegative)
        {
            long below = lack;
            if (policies.NegativeLimit is { } limit)
            {
                long most = limit;
                for (int at = 0; at < wallet.Wallet.Scale; at++)
                    most = checked(most * 10);
                below = Math.Max(0, Math.Min(lack, most + wallet.Overdraft));
            }

            Add(postings, LedgerAccount.Available, 0, -below);
            Add(postings, LedgerAccount.WrittenOff, 0, below - lack);
        }
        else
            Add(postings, policies.ShortfallOnClawback == ClawbackShortfall.WriteOff ? LedgerAccount.WrittenOff : LedgerAccount.Debt, 0, -lack);
    }

    private static void Add(List<Posting> postings, LedgerAccount account, int lot, long units)
    {
        if (units != 0)
            postings.Add(new(account, lot, units));
    }
}
