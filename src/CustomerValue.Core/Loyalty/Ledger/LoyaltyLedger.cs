using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Handling;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>
/// The points of a programme, in memory or in a store (<see cref="Open"/>). Every event is answered once, by its key; every movement is an entry of a journal that is never changed, and
/// every balance is a function of that journal and an instant: nothing has to run for points to become available or to expire. Safe for many threads.
/// </summary>
/// <remarks>Its promises, and how each is tested, are in docs/loyalty/guarantees.md.</remarks>
public sealed class LoyaltyLedger
{
    private readonly object gate = new();
    private readonly LedgerSetup setup;
    private readonly LedgerBooks books;
    private readonly EventDesk desk;
    private readonly StoredSessions? sessions;

    /// <summary>Opens an empty ledger for the versions of a programme, in memory.</summary>
    public LoyaltyLedger(ProgramVersions programs)
    {
        setup = new LedgerSetup(programs);
        books = new LedgerBooks(setup);
        desk = new EventDesk(setup, books);
    }

    private LoyaltyLedger(ProgramVersions programs, ILoyaltyStore store, int attempts, long room, long snapshots)
    {
        setup = new LedgerSetup(programs);
        sessions = new StoredSessions(store, attempts);
        books = new StoredBooks(setup, sessions, room, snapshots);
        desk = new EventDesk(setup, books);
    }

    /// <summary>Opens the ledger of a store. It decides as one in memory does, and an answer is given only once the store has it; other ledgers, in other processes, may write to the same store.</summary>
    /// <param name="programs">The versions of the programme.</param>
    /// <param name="store">The store; one that the programme has for itself.</param>
    /// <param name="attempts">How often at most an event is decided where other writers are quicker; 1 or more.</param>
    /// <param name="room">How many bytes of journals it keeps in memory, so that members who come again need not be fetched; 1 or more. Beyond, it forgets them all and begins anew; what it makes of them takes about as much again.</param>
    /// <param name="snapshots">From how many entries on a member's journal gets snapshots, so that it need not be read from its beginning; 1 or more.</param>
    public static LoyaltyLedger Open(ProgramVersions programs, ILoyaltyStore store, int attempts = 100, long room = 256L << 20, long snapshots = 256)
    {
        if (store is null)
            throw new ArgumentNullException(nameof(store));
        if (attempts < 1)
            throw new ArgumentOutOfRangeException(nameof(attempts), attempts, "An event is decided at least once.");
        if (room < 1)
            throw new ArgumentOutOfRangeException(nameof(room), room, "There is room for one byte at least.");
        if (snapshots < 1)
            throw new ArgumentOutOfRangeException(nameof(snapshots), snapshots, "A journal has one entry at least before it has a snapshot.");
        return new(programs, store, attempts, room, snapshots);
    }

    /// <summary>The versions of the programme.</summary>
    public ProgramVersions Programs => setup.Programs;

    /// <summary>The wallets of all versions.</summary>
    public IReadOnlyList<Programs.Wallet> Wallets => setup.Wallets;

    /// <summary>How many entries all journals have.</summary>
    public long EntryCount
    {
        get
        {
            lock (gate)
            {
                using (books.Reading())
                    return books.EntryCount;
            }
        }
    }

    /// <summary>The ids of the members, in the order in which they came; without those who were erased, with those who were merged into others.</summary>
    public IReadOnlyList<CustomerId> Members
    {
        get
        {
            lock (gate)
            {
                using (books.Reading())
                    return books.Ids;
            }
        }
    }

    /// <summary>Called before each entry is made, so that tests can let a command fail on its way.</summary>
    internal void BeforeEachEntry(Action? step) => desk.Step = step;

    /// <summary>The bytes that are kept of an entry, so that tests can damage them.</summary>
    internal Span<byte> Stored(JournalEntry entry) => books.Log.Kept(entry.Place);

    /// <summary>Those of them who were not merged into another one, in the same order.</summary>
    public IReadOnlyList<CustomerId> OwnMembers
    {
        get
        {
            lock (gate)
            {
                using (books.Reading())
                    return [.. books.Ids.Where(id => books.FindOwn(id) is { MergedInto: 0 })];
            }
        }
    }

    /// <summary>Answers an event. Nothing is written where it is refused; a key that was answered before gets the same answer again.</summary>
    /// <exception cref="Validation.DataRejectedException">The event itself is not well formed: a blank key, an order without lines; names every problem.</exception>
    public LedgerAnswer Handle(LoyaltyEvent happened)
    {
        if (happened is null)
            throw new ArgumentNullException(nameof(happened));
        lock (gate)
            return sessions is null ? desk.Handle(happened) : HandleStored(happened);
    }

    /// <summary>Answers several events in their order, as if one after the other; in a store all of them in one transaction, which is many times as fast.</summary>
    /// <returns>The answers, in the same order.</returns>
    /// <exception cref="Validation.DataRejectedException">An event is not well formed; in a store nothing of any of them is written then.</exception>
    public IReadOnlyList<LedgerAnswer> Handle(IReadOnlyList<LoyaltyEvent> happened)
    {
        if (happened is null)
            throw new ArgumentNullException(nameof(happened));
        lock (gate)
            return Writing<LedgerAnswer[]>(() => [.. happened.Select(desk.Handle)], happened);
    }

    /// <summary>Works out what an event would do, and writes nothing.</summary>
    public LedgerQuote Quote(LoyaltyEvent happened)
    {
        if (happened is null)
            throw new ArgumentNullException(nameof(happened));
        lock (gate)
        {
            using (books.Reading())
                return desk.Quote(happened);
        }
    }

    /// <summary>Does what was quoted, to the point; or refuses with <see cref="LedgerError.QuoteStale"/> where anything it rests on has changed.</summary>
    public LedgerAnswer Commit(LedgerQuote quote)
    {
        if (quote is null)
            throw new ArgumentNullException(nameof(quote));
        lock (gate)
            return Writing(() => desk.Commit(quote));
    }

    /// <summary>Writes down what time alone has done until an instant. Balances are the same without.</summary>
    /// <returns>How many entries were written.</returns>
    public int Materialize(Instant asOf)
    {
        lock (gate)
            return Writing(() => desk.Materialize(asOf));
    }

    /// <summary>
    /// Writes messages about what time alone does: points that will expire, once a lot, and tiers that have changed since a member's last event. To be called now and then, by a job; what it
    /// tells of comes to be without it.
    /// </summary>
    /// <param name="asOf">The instant; what has expired by then is not told of.</param>
    /// <param name="ahead">How long before its end a lot is told of; 0 or more.</param>
    /// <param name="cancellation">Ends it between two transactions; what was written stays.</param>
    /// <returns>How many lots were told of.</returns>
    /// <exception cref="InvalidOperationException">The ledger is in memory, or its store keeps no messages.</exception>
    public int Announce(Instant asOf, Duration ahead, CancellationToken cancellation = default)
    {
        if (sessions?.Messages is not { } messages)
            throw new InvalidOperationException("Nobody is told: the ledger is in memory, or its store was opened without messages. Open a store with StoreOptions.KeepsMessages.");
        if (ahead < Duration.Zero)
            throw new ArgumentOutOfRangeException(nameof(ahead), ahead, "Points are told of before they expire: 0 or more.");
        int told = 0;
        for (int some = MessageDesk.Batch; some == MessageDesk.Batch; told += some)
            some = One(() => messages.TellOfLots(asOf, asOf + ahead));
        while (One(() => messages.TellOfTiers(asOf)) == MessageDesk.Batch)
        {
        }

        return told;

        int One(Func<int> tell)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (gate)
                return sessions.Write(tell);
        }
    }

    /// <summary>A member's points of a wallet at an instant, by what is known now or was known at another instant.</summary>
    /// <param name="member">The member, or one who was merged into him.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="wallet">The wallet; null where the programme has one.</param>
    /// <param name="knownAt">Only what was recorded until then counts; null for all that is known.</param>
    /// <returns>The balance; all 0 for a member nobody knows.</returns>
    /// <exception cref="ArgumentException">There is no such wallet.</exception>
    public PointsBalance Balance(CustomerId member, Instant asOf, string? wallet = null, Instant? knownAt = null)
    {
        int at = setup.FindWallet(wallet);
        if (at < 0)
            throw new ArgumentException($"There is no wallet '{wallet}'; the programme has {string.Join(", ", setup.Wallets.Select(each => each.Id))}.", nameof(wallet));
        lock (gate)
        {
            using (books.Reading())
                return books.Find(member) is { } state ? books.BalanceOf(state, at, asOf, knownAt) : PointsBalance.Empty(setup.Wallets[at]);
        }
    }

    /// <summary>What moved a member's points of a wallet after one instant and up to another, with the lot, rule, order line and refund behind each movement.</summary>
    /// <param name="member">The member, or one who was merged into him.</param>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end, included; not before the beginning.</param>
    /// <param name="wallet">The wallet; null where the programme has one.</param>
    /// <param name="knownAt">Only what was recorded until then counts; null for all that is known.</param>
    /// <returns>The statement; without lines for a member nobody knows.</returns>
    /// <exception cref="ArgumentException">There is no such wallet, or the end is before the beginning.</exception>
    public MemberStatement Statement(CustomerId member, Instant from, Instant to, string? wallet = null, Instant? knownAt = null)
    {
        int at = setup.FindWallet(wallet);
        if (at < 0)
            throw new ArgumentException($"There is no wallet '{wallet}'; the programme has {string.Join(", ", setup.Wallets.Select(each => each.Id))}.", nameof(wallet));
        if (to < from)
            throw new ArgumentException($"The end, {to}, is before the beginning, {from}; swap them.", nameof(to));
        lock (gate)
        {
            using (books.Reading())
            {
                MemberState? state = books.Find(member);
                PointsBalance Balance(Instant instant) => state is null ? PointsBalance.Empty(setup.Wallets[at]) : books.BalanceOf(state, at, instant, knownAt);
                return new()
                {
                    Member = member,
                    From = from,
                    To = to,
                    Opening = Balance(from),
                    Lines = state is null ? [] : new StatementDesk(setup, books).LinesOf(state.Number, at, from, to, knownAt),
                    Closing = Balance(to),
                };
            }
        }
    }

    /// <summary>A member's tier at an instant and why; null where the programme has no tiers.</summary>
    public TierState? Tier(CustomerId member, Instant asOf)
    {
        lock (gate)
        {
            using (books.Reading())
                return desk.TierOf(books.Find(member) ?? new MemberState(0), asOf);
        }
    }

    /// <summary>A member's coupons as they are at an instant, in order of issue; empty for a member nobody knows. A coupon expires, and a reservation ends, by time alone.</summary>
    public IReadOnlyList<Rewards.Coupon> Coupons(CustomerId member, Instant asOf)
    {
        lock (gate)
        {
            using (books.Reading())
                return books.Find(member) is { } state ? books.CouponsAt(state, asOf) : [];
        }
    }

    /// <summary>A member's entries in their order; empty for a member nobody knows.</summary>
    public IReadOnlyList<JournalEntry> Journal(CustomerId member)
    {
        lock (gate)
        {
            using (books.Reading())
                return books.Find(member) is { } state ? [.. books.JournalOf(state.Number)] : [];
        }
    }

    /// <summary>All entries of all members, by member and sequence.</summary>
    public IReadOnlyList<JournalEntry> Journal()
    {
        lock (gate)
        {
            using (books.Reading())
                return [.. books.Everything];
        }
    }

    /// <summary>The same, read member after member, each as it is when its turn comes: however long all journals are, no more than one is held at once. Others may go on writing meanwhile.</summary>
    public IEnumerable<JournalEntry> ReadJournal()
    {
        for (long number = 1; ; number++)
        {
            JournalEntry[] entries;
            lock (gate)
            {
                using (books.Reading())
                {
                    if (number > books.MemberCount)
                        yield break;
                    entries = [.. books.JournalOf(number)];
                }
            }

            foreach (JournalEntry entry in entries)
                yield return entry;
        }
    }

    /// <summary>The sums over all members of a wallet's accounts at an instant.</summary>
    public PointsTotals Totals(Instant asOf, string? wallet = null)
    {
        int at = setup.FindWallet(wallet);
        if (at < 0)
            throw new ArgumentException($"There is no wallet '{wallet}'; the programme has {string.Join(", ", setup.Wallets.Select(each => each.Id))}.", nameof(wallet));
        lock (gate)
        {
            using (books.Reading())
                return books.TotalsOf(at, asOf);
        }
    }

    /// <summary>Every lot of a wallet that was ever granted, by member and number, and what became of it until an instant; also by time alone. What is left of all of them is what the totals have pending, available (without what is below 0) and held.</summary>
    public IReadOnlyList<LotHistory> Lots(Instant asOf, string? wallet = null)
    {
        int at = setup.FindWallet(wallet);
        if (at < 0)
            throw new ArgumentException($"There is no wallet '{wallet}'; the programme has {string.Join(", ", setup.Wallets.Select(each => each.Id))}.", nameof(wallet));
        lock (gate)
        {
            using (books.Reading())
                return new LotTracker(setup, books, asOf).Of(setup.Wallets[at].Id);
        }
    }

    /// <summary>One hash over the last entries of all journals, by member: two ledgers have the same one only where they hold the same entries.</summary>
    public EntryHash Digest()
    {
        lock (gate)
        {
            using (books.Reading())
                return books.Digest();
        }
    }

    /// <summary>
    /// Recomputes what orders of a time earned, from the journal and by the rules that were in force, and compares it with what the journal says before rounding and caps. Differences mean that the code, or what
    /// is known of members as persons (birthdays, segments), has changed since. What other events earned is not recomputed: the journal does not keep all that rules may ask of them.
    /// </summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The end, excluded.</param>
    /// <param name="cancellation">Ends it between two members.</param>
    public LedgerAudit Audit(Instant from, Instant to, CancellationToken cancellation = default)
    {
        Auditing audit = new(setup, books);
        for (long number = 1; ; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (gate)
            {
                using (books.Reading())
                {
                    if (number > books.MemberCount)
                        return audit.Result;
                    audit.Add(number, from, to);
                }
            }
        }
    }

    /// <summary>Checks every journal: hashes, sequence, sums, bounds, and that the state is what the journal folds to; in a store also that all that stands beside the journal says the same. Null where all is right, else the first bad entry.</summary>
    public LedgerFault? Verify()
    {
        lock (gate)
        {
            using (books.Reading())
                return books.Verify();
        }
    }

    /// <summary>The same for the journal of one member; null also for a member nobody knows.</summary>
    public LedgerFault? Verify(CustomerId member)
    {
        lock (gate)
        {
            using (books.Reading())
                return books.FindOwn(member) is { } state ? books.Verify(state.Number) : null;
        }
    }

    // By itself, so that a ledger in memory makes nothing for it.
    private LedgerAnswer HandleStored(LoyaltyEvent happened) => sessions!.Write(() => desk.Handle(happened), [happened]);

    private T Writing<T>(Func<T> decide, IReadOnlyList<LoyaltyEvent>? expected = null) => sessions is null ? decide() : sessions.Write(decide, expected);
}
