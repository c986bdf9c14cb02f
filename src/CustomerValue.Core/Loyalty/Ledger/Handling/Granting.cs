using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Makes lots.</summary>
internal static class Granting
{
    /// <summary>Grants points that count from when they were earned, and pays debts and lets expire what is past its end by now.</summary>
    public static JournalEntry Grant(
        LedgerTransaction tx, MemberBook book, WalletState wallet, long units, Period? pending, ExpiryTerms? expiry, EarnOrigin origin,
        IReadOnlyList<CounterUse>? uses = null, decimal qualifying = 0, EntryKind kind = EntryKind.Earn, EntryDetail? detail = null)
    {
        CompiledProgram program = tx.Setup.Programs.Nearest(tx.OccurredAt);
        LoyaltyCalendar calendar = program.Calendar;
        ProgramPolicies policies = program.Program.Policies;
        Instant activates = pending is null ? tx.OccurredAt : calendar.ActivatesAt(tx.OccurredAt, pending);
        Instant from = pending is not null && policies.PendingExpiry == PendingExpiry.Activation ? activates
            : policies.BackdatedExpiry == ExpiryFrom.Recorded ? book.Now : tx.OccurredAt;
        LotTerms terms = new(book.State.Lots.Count + 1, tx.OccurredAt, activates, calendar.ExpiresAt(expiry ?? wallet.Wallet.Expiry, from));
        LedgerAccount to = activates > tx.OccurredAt ? LedgerAccount.Pending : LedgerAccount.Available;
        JournalEntry entry = tx.Post(
            book, kind, wallet, new Posting[] { new(LedgerAccount.Issuer, terms.Number, -units), new(to, terms.Number, units) }, new[] { terms }, origin, detail, uses, qualifying, effective: tx.OccurredAt);
        // What is owed is paid when they come, before time goes on to the instant of recording.
        tx.PayDebt(book, wallet, book.Effective);
        tx.Settle(book, wallet);
        return entry;
    }
}
