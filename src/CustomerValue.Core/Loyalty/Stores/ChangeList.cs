using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Stores;

/// <summary>What is decided in one session, gathered until it is written.</summary>
internal sealed class ChangeList(LedgerSetup setup, StoredBooks books)
{
    private readonly Dictionary<string, StoredAnswer> answers = new(StringComparer.Ordinal);
    private readonly HashSet<StoredSource> sources = [];
    private readonly SortedDictionary<long, CustomerId> joined = [];
    private readonly SortedDictionary<long, MemberStep> steps = [];
    private readonly Dictionary<CounterKey, long> counters = [];
    private readonly List<JournalEntry> entries = [];
    private readonly Dictionary<long, MemberProfile> profiles = [];
    private readonly HashSet<long> forgotten = [];
    private readonly HashSet<CustomerId> ids = [];
    private readonly List<LoyaltyMessage> messages = [];
    private readonly List<StandingStep> standings = [];
    private readonly List<StoredLot> announced = [];
    private readonly ByteWriter bytes = new();

    public bool IsEmpty => answers.Count == 0 && entries.Count == 0 && standings.Count == 0 && announced.Count == 0;

    public bool HasRefusal => answers.Values.Any(answer => answer.Rejection is not null);

    /// <summary>Members whose journals go on.</summary>
    public IEnumerable<long> Moved => steps.Keys;

    public long LastJoined { get; private set; }

    public IReadOnlyList<JournalEntry> Entries => entries;

    /// <summary>Members whose entries are among these.</summary>
    public IEnumerable<long> Touched => steps.Keys.Concat(joined.Keys).Concat(forgotten).Concat(standings.Select(step => step.After.Member));

    /// <summary>Ids that came or went.</summary>
    public IEnumerable<CustomerId> Ids => ids;

    public StoredAnswer? Answer(string key) => answers.TryGetValue(key, out StoredAnswer? answer) ? answer : null;

    public bool Has(StoredSource source) => sources.Contains(source);

    public bool IsForgotten(long number) => forgotten.Contains(number);

    public CustomerId? IdOf(long number) => joined.TryGetValue(number, out CustomerId id) ? id : null;

    public void Add(StoredAnswer answer) => answers.Add(answer.Key, answer);

    public void Add(StoredSource source) => sources.Add(source);

    public void Add(LoyaltyMessage message) => messages.Add(message);

    public void Add(StandingStep step) => standings.Add(step);

    /// <summary>Notes that it was told that a lot will expire.</summary>
    public void Announce(StoredLot lot) => announced.Add(lot);

    public void Add(JournalEntry entry)
    {
        long before = steps.TryGetValue(entry.Member, out MemberStep step) ? step.Before : entry.Sequence - 1;
        steps[entry.Member] = new(entry.Member, before, entry.Sequence);
        entries.Add(entry);
    }

    public void Join(CustomerId id, long number)
    {
        joined[number] = id;
        ids.Add(id);
        LastJoined = number;
    }

    /// <summary>Notes what was used of a counter before it is counted on.</summary>
    public void Count(in CounterKey key, long before)
    {
        if (!counters.ContainsKey(key))
            counters[key] = before;
    }

    public void Know(long number, MemberProfile profile) => profiles[number] = profile;

    public void Forget(long number, CustomerId id)
    {
        ids.Add(id);
        profiles.Remove(number);
        forgotten.Add(number);
        if (joined.ContainsKey(number))
            joined[number] = default;
    }

    public void Clear()
    {
        answers.Clear();
        sources.Clear();
        joined.Clear();
        steps.Clear();
        counters.Clear();
        entries.Clear();
        profiles.Clear();
        forgotten.Clear();
        ids.Clear();
        messages.Clear();
        standings.Clear();
        announced.Clear();
        LastJoined = 0;
    }

    public LedgerChanges All() => new()
    {
        Answers = [.. answers.Values.OrderBy(answer => answer.Key, StringComparer.Ordinal)],
        Sources = [.. sources],
        Joined = [.. joined.Select(member => new StoredMember(member.Key, member.Value, steps[member.Key].After))],
        Members = [.. steps.Values.Where(step => !joined.ContainsKey(step.Number))],
        Counters = [.. counters.Select(counter => new CounterStep(counter.Key, counter.Value, books.Shared.Used(counter.Key))).OrderBy(step => step.Counter.Id, StringComparer.Ordinal).ThenBy(step => step.Counter.Period)],
        Entries = [.. entries],
        Contents = [.. entries.Select(Content)],
        Lots = Lots(),
        Profiles = [.. profiles.Select(profile => new StoredProfile(profile.Key, Content(profile.Value)))],
        Forgotten = [.. forgotten.Where(number => !joined.ContainsKey(number)).OrderBy(number => number)],
        Snapshots = [.. steps.Values.Select(step => books.SnapshotOf(step.Number)).OfType<StoredSnapshot>()],
        Messages = [.. messages],
        Standings = [.. standings.OrderBy(step => step.After.Member)],
        Announced = [.. announced.OrderBy(lot => lot.Member).ThenBy(lot => lot.Number)],
    };

    private StoredEntry Content(JournalEntry entry) => new(entry.Hash, books.Log.Held(entry.Place));

    private byte[] Content(MemberProfile profile)
    {
        ProfileBytes.Write(profile, bytes.Clear());
        return bytes.Written.ToArray();
    }

    private StoredLot[] Lots()
    {
        HashSet<(long Member, int Lot)> moved = [];
        foreach (JournalEntry entry in entries)
        {
            for (int at = 0; at < entry.Postings.Count; at++)
            {
                if (entry.Postings[at].Lot != 0)
                    moved.Add((entry.Member, entry.Postings[at].Lot));
            }
        }

        (long Member, int Lot)[] inOrder = [.. moved];
        Array.Sort(inOrder);
        return Array.ConvertAll(inOrder, each => Of(each.Member, books.State(each.Member).Lot(each.Lot)));
    }

    /// <summary>A lot as it is now.</summary>
    public StoredLot Of(long member, Lot lot) => new(
        member, lot.Terms.Number, setup.Wallets[lot.Wallet].Id, lot.Granted, lot.Pending + lot.Available + lot.Held, Ticks(lot.Terms.EarnedAt), Ticks(lot.Terms.ActivatesAt), lot.Terms.ExpiresAt is { } end ? Ticks(end) : null);

    /// <summary>As exactly as databases keep it; the journal has it whole.</summary>
    public static NodaTime.Instant Ticks(NodaTime.Instant instant) => NodaTime.Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());
}
