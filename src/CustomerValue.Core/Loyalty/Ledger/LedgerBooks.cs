using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What a ledger in memory holds: journals, the states they fold to, answers by key, and persons apart from journals.</summary>
internal sealed class LedgerBooks
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
    private readonly Dictionary<CounterKey, long> shared = [];
    private readonly LedgerSetup setup;

    public LedgerBooks(LedgerSetup setup)
    {
        this.setup = setup;
        Fold = new MemberFold(setup, StateAfter);
    }

    public MemberFold Fold { get; }

    public long EntryCount { get; private set; }

    public long MemberCount => states.Count;

    public IReadOnlyDictionary<CounterKey, long> Shared => shared;

    public IReadOnlyList<CustomerId> Ids => [.. ids];

    /// <summary>The entries as bytes.</summary>
    public EntryLog Log => log;

    public IEnumerable<JournalEntry> Everything => journals.SelectMany(journal => journal).Select(log.Read);

    public MemberState State(long number) => states[(int)number - 1];

    /// <summary>A member's state after one of his entries.</summary>
    public MemberState StateAfter(long number, long sequence)
    {
        MemberState state = State(number);
        if (state.Sequence == sequence)
            return state;
        MemberState then = new(number);
        foreach (JournalEntry entry in JournalOf(number).TakeWhile(entry => entry.Sequence <= sequence))
            Fold.Apply(then, entry);
        return then;
    }

    /// <summary>A member's entries in their order, read as they are asked for.</summary>
    public IEnumerable<JournalEntry> JournalOf(long number) => PlacesOf(number).Select(log.Read);

    public IReadOnlyList<long> PlacesOf(long number) => number > journals.Count ? [] : journals[(int)number - 1];

    public JournalEntry Entry(long number, long sequence) => log.Read(journals[(int)number - 1][(int)sequence - 1]);

    public MemberProfile ProfileOf(long number) => profiles.TryGetValue(number, out MemberProfile? profile) ? profile : MemberProfile.Unknown;

    /// <summary>The member that one is now, after all merges.</summary>
    public long RootOf(long number)
    {
        while (State(number).MergedInto is > 0 and var next)
            number = next;
        return number;
    }

    public MemberState? FindOwn(CustomerId id) => numbers.TryGetValue(id, out long number) ? State(number) : null;

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

    /// <summary>The answer that a key got, and what it was given for: the payload itself, as no two of them can be taken for one.</summary>
    public LedgerAnswer? AnswerTo(string key, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (!answers.TryGetValue(key, out KeptAnswer kept))
            return null;
        payload = payloads.At(kept.Payload);
        JournalEntry[] entries = new JournalEntry[kept.Count];
        long place = kept.First;
        for (int at = 0; at < entries.Length; at++)
        {
            entries[at] = log.Read(place);
            place = log.Next(place);
        }

        return new() { Entries = entries, Rejection = kept.Rejection };
    }

    public bool IsAnswered(string key) => answers.ContainsKey(key);

    public void Remember(string key, ReadOnlySpan<byte> payload, LedgerAnswer answer) =>
        answers[key] = new(payloads.Append(payload), answer.Entries.Count == 0 ? 0 : answer.Entries[0].Place, answer.Entries.Count, answer.Rejection);

    public bool Has((string Type, string Source, string? Rule) source) => sources.Contains(source);

    public void Reward((string Type, string Source, string? Rule) source) => sources.Add(source);

    /// <summary>A new member's state, which is one of the ledger's only once it is kept.</summary>
    public MemberState Tentative(int others) => new(states.Count + 1 + others);

    public void Keep(CustomerId id, MemberState state)
    {
        states.Add(state);
        journals.Add([]);
        numbers[id] = state.Number;
        ids.Add(id);
    }

    public void Append(IReadOnlyList<JournalEntry> entries)
    {
        for (int each = 0; each < entries.Count; each++)
        {
            JournalEntry entry = entries[each];
            journals[(int)entry.Member - 1].Add(entry.Place);
            for (int at = 0; at < entry.Uses.Count; at++)
            {
                CounterUse use = entry.Uses[at];
                if (!use.Key.IsShared)
                    continue;
                shared.TryGetValue(use.Key, out long used);
                shared[use.Key] = checked(used + use.Amount);
            }
        }

        EntryCount += entries.Count;
    }

    /// <summary>Throws a state away and folds the journal anew: what a refused command left half done is gone.</summary>
    public void Refold(MemberState state)
    {
        MemberState fresh = new(state.Number);
        foreach (JournalEntry entry in JournalOf(state.Number))
            Fold.Apply(fresh, entry);
        states[(int)state.Number - 1] = fresh;
    }

    public void Know(long number, MemberProfile profile) => profiles[number] = profile;

    /// <summary>Forgets the person: his ids lead nowhere, and nothing is known of him.</summary>
    public void Forget(MemberState member)
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
        for (int at = 0; at < journals.Count; at++)
        {
            bytes.Number(at + 1).Number(journals[at].Count);
            if (log.TryAt(journals[at][journals[at].Count - 1], out _, out EntryHash last))
                bytes.Hash(last);
        }

        return bytes.Sha256();
    }

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
        foreach (MemberState state in states)
        {
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

    /// <summary>An answer without its entries, which stand one after the other in the log.</summary>
    private readonly record struct KeptAnswer(long Payload, long First, int Count, Rejection? Rejection);
}
