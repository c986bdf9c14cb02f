using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Corrections by hand, grants of other systems, and points between members.</summary>
internal static class Adjusting
{
    public static Rejection? Adjust(LedgerTransaction tx, MemberBook book, PointsAdjusted adjusted, int at)
    {
        if (Units.Of(adjusted.Points, tx.Setup.Wallets[at], out long units, mayBeNegative: true) is { } invalid)
            return invalid;
        if (units < 0 && Spending.Short(tx, book, at, -units) is { } rejection)
            return rejection;
        WalletState wallet = tx.Wallet(book, at);
        tx.Settle(book, wallet);
        if (units > 0)
        {
            Granting.Grant(tx, book, wallet, units, null, adjusted.Expiry, Origin(tx, null, null, units, false), kind: EntryKind.Adjust);
            return null;
        }

        List<Taken> taken = Spending.Take(wallet, -units);
        tx.Post(book, EntryKind.Adjust, wallet, Spending.Postings(taken, LedgerAccount.Available, LedgerAccount.Adjusted), effective: Spending.Effective(book, taken));
        return null;
    }

    public static Rejection? Earn(LedgerTransaction tx, MemberBook book, PointsEarned earned, int at)
    {
        if (Units.Of(earned.Points, tx.Setup.Wallets[at], out long units) is { } invalid)
            return invalid;
        WalletState wallet = tx.Wallet(book, at);
        tx.Settle(book, wallet);
        decimal qualifying = earned.Qualifying ? Qualifying.OfPoints(tx, wallet.Wallet, earned.Points) : 0;
        Granting.Grant(tx, book, wallet, units, earned.Pending, earned.Expiry, Origin(tx, earned.Rule, earned.Source, units, earned.Qualifying), qualifying: qualifying);
        return null;
    }

    public static Rejection? Transfer(LedgerTransaction tx, MemberBook from, MemberBook to, PointsTransferred transferred, int at)
    {
        if (from.State == to.State)
            return Rejections.Of(LedgerError.SameMember, "Points can't go from a member to himself.", "积分不能转给本人。");
        if ((Units.Of(transferred.Points, tx.Setup.Wallets[at], out long units) ?? Spending.Short(tx, from, at, units)) is { } rejection)
            return rejection;
        WalletState source = tx.Wallet(from, at);
        WalletState target = tx.Wallet(to, at);
        tx.Settle(from, source);
        tx.Settle(to, target);
        List<Taken> taken = Spending.Take(source, units);
        NodaTime.Instant leaves = Spending.Effective(from, taken);
        NodaTime.Instant arrives = NodaTime.Instant.Max(to.Effective, leaves);
        tx.Post(from, EntryKind.Transfer, source, Spending.Postings(taken, LedgerAccount.Available, LedgerAccount.Transferred), detail: new MemberDetail(to.State.Number), effective: leaves);
        List<LotTerms> lots = [];
        List<Posting> postings = [];
        foreach (Taken each in taken)
        {
            LotTerms terms = from.State.Lot(each.Lot).Terms;
            int number = to.State.Lots.Count + lots.Count + 1;
            lots.Add(terms with { Number = number, From = each.Lot });
            postings.Add(new(LedgerAccount.Transferred, number, -each.Units));
            postings.Add(new(LedgerAccount.Available, number, each.Units));
        }

        tx.Post(to, EntryKind.Transfer, target, postings, lots, detail: new MemberDetail(from.State.Number), effective: arrives);
        tx.PayDebt(to, target, arrives);
        return null;
    }

    private static EarnOrigin Origin(LedgerTransaction tx, string? rule, string? source, long units, bool qualifying) => new()
    {
        ProgramHash = tx.Setup.Programs.Nearest(tx.OccurredAt).Hash,
        Rule = rule,
        Source = source,
        Kind = AwardKind.Fixed,
        Exact = Amounts.Fraction.Of(units, 1),
        Qualifying = qualifying,
    };
}
