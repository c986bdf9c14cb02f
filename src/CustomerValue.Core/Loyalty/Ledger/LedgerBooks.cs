using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What a ledger in memory holds: journals, the states they fold to, answers by key, and persons apart from journals. In front of a store it holds what was fetched of it (<see cref="Stores.StoredBooks"/>).</summary>
internal class LedgerBooks
{
    private readonly EntryLog log = new();
    private readonly ByteLog payloads = new();

    /// <summary>The places of each member's entries in the log.</summary>
    private readonly List<List<long>> journals = [];
    private readonly List<MemberState> states = [];
    private readonly Dictionary<CustomerId, long> numbers = [];
    private readonly List<CustomerId> ids = [];
    private readonly Dictionary<long, MemberProfile> profiles = [];
    private readonly Dictionary<string, KeptAnswer> answers = new(StringComparer.Ordinal);
    private readonly HashSet<(string Type, string Source, string? Rule)> sources = [];
    private readonly LedgerSetup setup;
    private long entryCount;

    public LedgerBooks(LedgerSetup setup, Func<CounterKey, long>? fetchShared = null)
    {
        this.setup = setup;
        Shared = new SharedCounters(fetchShared);
        Fold = new MemberFold(setup, StateAfter);
    }

    public MemberFold Fold { get; }

    public virtual long EntryCount => entryCount;

    public virtual long MemberCount => states.Count;

    public SharedCounters Shared { get; }

    public virtual IReadOnlyList<CustomerId> Ids => [.. ids];

    /// <summary>The entries as bytes.</summary>
    public EntryLog Log => log;

    public IEnumerable<JournalEntry> Everything
    {
        get
        {
            for (long number = 1; number <= MemberCount; number++)
            {
                foreach (JournalEntry entry in JournalOf(number))
                    yield return entry;
            }
        }
    }

    /// <summary>How many members there is room for here; fewer may be known.</summary>
    protected int Room => states.Count;

    /// <summary>What is read within this scope is of one moment, where others may write as well; null where nobody else does.</summary>
    public virtual IDisposable? Reading() => null;

    public virtual MemberState State(long number) => states[(int)number - 1];

    /// <summary>A member's state after one of his entries.</summary>
    public virtual MemberState StateAfter(long number, long sequence)
    {
        MemberState state = State(number);
        if (state.Sequence == sequence)
            return state;
        return FoldUntil(number, sequence);
    }

    protected MemberState FoldUntil(long number, long sequence)
    {
        MemberState then = new(number);
        foreach (JournalEntry entry in JournalOf(number).TakeWhile(entry => entry.Sequence <= sequence))
            Fold.Apply(then, entry);
        return then;
    }

    /// <summary>A member's entries in their order, read as they are asked for.</summary>
    public IEnumerable<JournalEntry> JournalOf(long number) => PlacesOf(number).Select(log.Read);

    public virtual IReadOnlyList<long> PlacesOf(long number) => number > journals.Count ? [] : journals[(int)number - 1];

    public JournalEntry Entry(long number, long sequence) => log.Read(PlacesOf(number)[(int)sequence - 1]);

    public virtual MemberProfile ProfileOf(long number) => profiles.TryGetValue(number, out MemberProfile? profile) ? profile : MemberProfile.Unknown;

    /// <summary>The member that one is now, after all merges.</summary>
    public long RootOf(long number)
    {
        while (State(number).MergedInto is > 0 and var next)
            number = next;
        return number;
    }

    public virtual MemberState? FindOwn(CustomerId id) => numbers.TryGetValue(id, out long number) ? State(number) : null;

    /// <summary>The member whom an id means now: the one that he was merged into.</summary>
    public MemberState? Find(CustomerId id)
    {
        MemberState? state = FindOwn(id);
        while (state is { MergedInto: > 0 })
            state = State(state.MergedInto);
        return state;
    }

    /// <summary>Where a lot is now, if its member was merged into another one.</summary>
    public (MemberState Member, int Lot) WhereIs(long member, int lot)
    {
        MemberState state = State(member);
        while (state.MergedInto > 0)
        {
            MemberState next = State(state.MergedInto);
            lot += next.Merged[state.Number].LotsBefore;
            state = next;
        }

        return (state, lot);
    }

    /// <summary>The answer that a key got, and whether it was given for the same payload: the payload itself decides, as no two of them can be taken for one.</summary>
    public virtual LedgerAnswer? AnswerTo(string key, ByteWriter payload, out bool isSame)
    {
        isSame = false;
        if (!answers.TryGetValue(key, out KeptAnswer kept))
            return null;
        isSame = payloads.At(kept.Payload).SequenceEqual(payload.Written);
        JournalEntry[] entries = new JournalEntry[kept.Count];
        long place = kept.First;
        for (int at = 0; at < entries.Length; at++)
        {
            entries[at] = log.Read(place);
            place = log.Next(place);
        }

        return new() { Entries = entries, Rejection = kept.Rejection };
    }

    public virtual bool IsAnswered(string key) => answers.ContainsKey(key);

    public virtual void Remember(string key, ByteWriter payload, LedgerAnswer answer) =>
        answers[key] = new(payloads.Append(payload.Written), answer.Entries.Count == 0 ? 0 : answer.Entries[0].Place, answer.Entries.Count, answer.Rejection);

    public virtual bool Has((string Type, string Source, string? Rule) source) => sources.Contains(source);

    public virtual void Reward((string Type, string Source, string? Rule) source) => sources.Add(source);

    /// <summary>A new member's state, which is one of the ledger's only once it is kept.</summary>
    public virtual MemberState Tentative(int others) => new(states.Count + 1 + others);

    public virtual void Keep(CustomerId id, MemberState state)
    {
        states.Add(state);
        journals.Add([]);
        numbers[id] = state.Number;
        ids.Add(id);
    }

    public virtual void Append(IReadOnlyList<JournalEntry> entries)
    {
        for (int each = 0; each < entries.Count; each++)
        {
            JournalEntry entry = entries[each];
            journals[(int)entry.Member - 1].Add(entry.Place);
            for (int at = 0; at < entry.Uses.Count; at++)
            {
                CounterUse use = entry.Uses[at];
                if (use.Key.IsShared)
                    Shared.Add(use.Key, use.Amount);
            }
        }

        entryCount += entries.Count;
    }

    /// <summary>Throws a state away and folds the journal anew: what a refused command left half done is gone.</summary>
    public void Refold(MemberState state)
    {
        MemberState fresh = new(state.Number);
        foreach (JournalEntry entry in JournalOf(state.Number))
            Fold.Apply(fresh, entry);
        states[(int)state.Number - 1] = fresh;
    }

    /// <summary>Cuts the log where it ended before a command that leaves nothing.</summary>
    public virtual void Cut((int Blocks, int Used) end) => log.Cut(end);

    public virtual void Know(long number, MemberProfile profile) => profiles[number] = profile;

    /// <summary>Forgets the person: his ids lead nowhere, and nothing is known of him.</summary>
    public virtual void Forget(MemberState member)
    {
        foreach (CustomerId id in ids.Where(id => Find(id) == member).ToArray())
        {
            profiles.Remove(numbers[id]);
            numbers.Remove(id);
            ids.Remove(id);
        }
    }

    public EntryHash Digest()
    {
        ByteWriter bytes = new();
        for (long number = 1; number <= MemberCount; number++)
        {
            IReadOnlyList<long> places = PlacesOf(number);
            bytes.Number(number).Number(places.Count);
            if (log.TryAt(places[places.Count - 1], out _, out EntryHash last))
                bytes.Hash(last);
        }

        return bytes.Sha256();
    }

    /// <summary>The first bad entry, or null where all is right.</summary>
    public virtual LedgerFault? Verify() => LedgerVerifier.Of(setup, this);

    /// <summary>A member's first bad entry, or null where all of his is right.</summary>
    public virtual LedgerFault? Verify(long number) => LedgerVerifier.Of(setup, this, number);

    public PointsBalance BalanceOf(MemberState state, int wallet, Instant asOf, Instant? knownAt)
    {
        WalletState? kept = wallet < state.Wallets.Length ? state.Wallets[wallet] : null;
        if (kept is null)
            return PointsBalance.Empty(setup.Wallets[wallet]);
        return PointsBalance.Of(At(state, kept, wallet, asOf, knownAt));
    }

    public PointsTotals TotalsOf(int wallet, Instant asOf)
    {
        long[] sums = new long[LedgerAccounts.All.Length];
        long overdraft = 0;
        for (long number = 1; number <= MemberCount; number++)
        {
            MemberState state = State(number);
            if (wallet >= state.Wallets.Length || state.Wallets[wallet] is not { } kept)
                continue;
            WalletState then = At(state, kept, wallet, asOf, null);
            overdraft = checked(overdraft - then.Overdraft);
            for (int at = 0; at < sums.Length; at++)
                sums[at] = checked(sums[at] + then[(LedgerAccount)at]);
        }

        return new()
        {
            Issued = -sums[(int)LedgerAccount.Issuer],
            Pending = sums[(int)LedgerAccount.Pending],
            Available = sums[(int)LedgerAccount.Available],
            Overdraft = overdraft,
            Held = sums[(int)LedgerAccount.Held],
            Redeemed = sums[(int)LedgerAccount.Redeemed],
            Expired = sums[(int)LedgerAccount.Expired],
            Reversed = sums[(int)LedgerAccount.Reversed],
            Debt = -sums[(int)LedgerAccount.Debt],
            WrittenOff = -sums[(int)LedgerAccount.WrittenOff],
            Adjusted = sums[(int)LedgerAccount.Adjusted],
        };
    }

    public IReadOnlyList<Coupon> CouponsAt(MemberState state, Instant asOf)
    {
        if (asOf >= state.LastCounted)
            return state.Coupons.At(asOf);
        MemberState then = new(state.Number);
        foreach (JournalEntry entry in JournalOf(state.Number))
        {
            if (entry.EffectiveAt <= asOf)
                Fold.Apply(then, entry);
            else
                Fold.Skip(then, entry);
        }

        return then.Coupons.At(asOf);
    }

    public long AvailableAt(MemberState state, int wallet, Instant asOf) =>
        wallet < state.Wallets.Length && state.Wallets[wallet] is { } kept ? At(state, kept, wallet, asOf, null)[LedgerAccount.Available] : 0;

    /// <summary>The wallet at an instant: from what is kept where nothing later is in it, else by folding the entries that count.</summary>
    private WalletState At(MemberState state, WalletState kept, int wallet, Instant asOf, Instant? knownAt)
    {
        if (asOf >= state.LastCounted && !(knownAt < state.LastRecorded))
            return Settlement.SettledAt(kept, state, asOf);
        MemberState then = new(state.Number);
        foreach (JournalEntry entry in JournalOf(state.Number))
        {
            if (entry.EffectiveAt <= asOf && !(entry.RecordedAt > knownAt))
                Fold.Apply(then, entry);
            else
                Fold.Skip(then, entry);
        }

        return Settlement.SettledAt(Fold.WalletOf(then, wallet), then, asOf);
    }

    /// <summary>What an id means, or that it means nobody any more.</summary>
    protected void Name(CustomerId id, long number)
    {
        if (number == 0)
            numbers.Remove(id);
        else
            numbers[id] = number;
    }

    protected void DropNames() => numbers.Clear();

    protected bool IsNamed(CustomerId id) => numbers.ContainsKey(id);

    /// <summary>Makes room for members who are not known here yet.</summary>
    protected void MakeRoom(long members)
    {
        while (states.Count < members)
        {
            states.Add(null!);
            journals.Add([]);
        }
    }

    /// <summary>The state that is kept of a member, or null where his journal is not folded.</summary>
    protected MemberState? Kept(long number) => states[(int)number - 1];

    protected void Set(MemberState state) => states[(int)state.Number - 1] = state;

    protected IReadOnlyList<long> Places(long number) => journals[(int)number - 1];

    protected void Place(long number, long place) => journals[(int)number - 1].Add(place);

    protected void Place(long number, int at, long place) => journals[(int)number - 1][at] = place;

    /// <summary>What is known of a member is to be fetched anew.</summary>
    protected void Drop(long number)
    {
        if (number > states.Count)
            return;
        states[(int)number - 1] = null!;
        journals[(int)number - 1] = [];
        profiles.Remove(number);
    }

    protected void DropProfile(long number) => profiles.Remove(number);

    protected bool HasProfile(long number) => profiles.ContainsKey(number);

    /// <summary>An answer without its entries, which stand one after the other in the log.</summary>
    private readonly record struct KeptAnswer(long Payload, long First, int Count, Rejection? Rejection);
}
