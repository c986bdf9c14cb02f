using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>The entries of one command while they are made. Each is applied to the state at once, so that the next step sees it; where the command is refused in the end, the states are thrown away.</summary>
internal sealed class LedgerTransaction(LedgerSetup setup, LedgerBooks journals, ByteWriter bytes)
{
    private readonly List<MemberBook> books = [];
    private readonly List<JournalEntry> entries = [];
    private string key = "";
    private Instant occurred;
    private Instant? recorded;

    /// <summary>Begins another command. One follows the other, so that they share what they need.</summary>
    public LedgerTransaction Begin(string ofKey, Instant occurredAt, Instant? recordedAt)
    {
        (key, occurred, recorded) = (ofKey, occurredAt, recordedAt);
        books.Clear();
        entries.Clear();
        return this;
    }

    public LedgerSetup Setup => setup;

    public ByteWriter Bytes => bytes;

    /// <summary>Called before each entry; for tests that let a command fail on its way.</summary>
    public Action? Step { get; set; }

    public Instant OccurredAt => occurred;

    public IReadOnlyList<JournalEntry> Entries => entries;

    public IReadOnlyList<MemberBook> Books => books;

    /// <summary>What was available at an instant, by what is known now.</summary>
    public long AvailableAt(MemberState state, int wallet, Instant instant) => journals.AvailableAt(state, wallet, instant);

    /// <summary>The entries of a member before this command.</summary>
    public IEnumerable<JournalEntry> JournalOf(MemberState state) => journals.JournalOf(state.Number);

    /// <summary>The entry that made a lot, before this command.</summary>
    public JournalEntry EntryOf(Lot lot) => journals.Entry(lot.Made.Member, lot.Made.Sequence);

    public MemberBook Book(MemberState state)
    {
        for (int at = 0; at < books.Count; at++)
        {
            if (books[at].State == state)
                return books[at];
        }

        MemberBook book = new(state, occurred, recorded);
        books.Add(book);
        // Members whom one command is about learn of it at one instant.
        if (books.Count > 1 && entries.Count == 0)
        {
            foreach (MemberBook each in books)
            {
                book.KnowFrom(each.Now);
                each.KnowFrom(book.Now);
            }
        }

        return book;
    }

    public WalletState Wallet(MemberBook book, int wallet) => journals.Fold.WalletOf(book.State, wallet);

    /// <summary>Does what time alone has done until the command's instant.</summary>
    public void Settle(MemberBook book)
    {
        for (int at = 0; at < setup.Wallets.Count; at++)
        {
            if (at < book.State.Wallets.Length && book.State.Wallets[at] is { } wallet)
                Settle(book, wallet);
        }
    }

    public void Settle(MemberBook book, WalletState wallet)
    {
        while (Settlement.Next(wallet, book.Now) is { } due)
        {
            Post(book, due.Kind, wallet, due.Postings, detail: due.Hold is { } hold ? new HoldDetail(hold.Name, hold.Until) : null, effective: due.At, isDue: true);
            if (due.Kind != EntryKind.Expire)
                PayDebt(book, wallet, Settlement.PaidAt(wallet, due), isDue: true);
        }
    }

    /// <summary>What is available pays what is owed.</summary>
    public void PayDebt(MemberBook book, WalletState wallet, Instant effective, bool isDue = false)
    {
        if (Settlement.Payment(wallet, effective) is { } payment)
            Post(book, EntryKind.PayDebt, wallet, payment, effective: effective, isDue: isDue);
    }

    public JournalEntry Post(
        MemberBook book, EntryKind kind, WalletState? wallet = null, IReadOnlyList<Posting>? postings = null, IReadOnlyList<LotTerms>? lots = null, EarnOrigin? origin = null,
        EntryDetail? detail = null, IReadOnlyList<CounterUse>? uses = null, decimal qualifying = 0, Instant? qualifiesAt = null, Instant? effective = null, bool isDue = false)
    {
        Step?.Invoke();
        JournalEntry entry = new()
        {
            Member = book.State.Number,
            Sequence = book.State.Sequence + 1,
            Kind = kind,
            Key = key,
            OccurredAt = isDue ? effective!.Value : occurred,
            EffectiveAt = effective ?? book.Effective,
            RecordedAt = book.Now,
            IsDue = isDue,
            IsOutOfOrder = !isDue && (book.IsOutOfOrder || effective > occurred),
            Wallet = wallet?.Wallet.Id,
            Postings = postings ?? [],
            Lots = lots ?? [],
            Origin = origin,
            Detail = detail,
            Uses = uses ?? [],
            Qualifying = qualifying,
            QualifiesAt = qualifiesAt ?? occurred,
            Previous = book.State.Hash,
        };
        entry.Hash = EntryBytes.Write(entry, bytes);
        entry.Place = journals.Log.Append(bytes.Written, entry.Hash);
        journals.Fold.Apply(book.State, entry);
        entries.Add(entry);
        return entry;
    }
}
