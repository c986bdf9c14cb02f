using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Handling;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What a ledger in memory holds: journals, the states they fold to, answers by key, and persons apart from journals.</summary>
internal sealed class LedgerBooks
{
    private readonly List<List<JournalEntry>> journals = [];
    private readonly List<MemberState> states = [];
    private readonly Dictionary<CustomerId, long> numbers = [];
    private readonly List<CustomerId> ids = [];
    private readonly Dictionary<long, MemberProfile> profiles = [];
    private readonly Dictionary<string, (EntryHash Payload, LedgerAnswer Answer)> answers = new(StringComparer.Ordinal);
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

    public IEnumerable<JournalEntry> Everything => journals.SelectMany(journal => journal);

    public MemberState State(long number) => states[(int)number - 1];

    /// <summary>A member's state after one of his entries.</summary>
    public MemberState StateAfter(long number, long sequence)
    {
        MemberState state = State(number);
        if (state.Sequence == sequence)
            return state;
        MemberState then = new(number);
        for (int at = 0; at < sequence; at++)
            Fold.Apply(then, journals[(int)number - 1][at]);
        return then;
    }

    public IReadOnlyList<JournalEntry> JournalOf(long number) => number > journals.Count ? [] : journals[(int)number - 1];

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

    public bool TryAnswer(string key, out (EntryHash Payload, LedgerAnswer Answer) answer) => answers.TryGetValue(key, out answer);

    public void Remember(string key, in EntryHash payload, LedgerAnswer answer) => answers[key] = (payload, answer);

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
        foreach (JournalEntry entry in entries)
        {
            journals[(int)entry.Member - 1].Add(entry);
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
        foreach (JournalEntry entry in journals[(int)state.Number - 1])
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
        foreach (List<JournalEntry> journal in journals)
        {
            JournalEntry last = journal[journal.Count - 1];
            bytes.Number(last.Member).Number(last.Sequence).Hash(last.Hash);
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
        foreach (JournalEntry entry in journals[(int)state.Number - 1])
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
        foreach (JournalEntry entry in journals[(int)state.Number - 1])
        {
            if (entry.EffectiveAt <= asOf && !(entry.RecordedAt > knownAt))
                Fold.Apply(then, entry);
            else
                Fold.Skip(then, entry);
        }

        return Settlement.SettledAt(Fold.WalletOf(then, wallet), then, asOf);
    }
}
