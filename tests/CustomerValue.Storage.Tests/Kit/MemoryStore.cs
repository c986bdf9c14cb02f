using System.Collections.Immutable;
using System.Security.Cryptography;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Tests.Kit;

// sample
/// <summary>A store in memory, as a database would be one: tables, checks that refuse what has changed, one transaction for all that was decided.</summary>
public sealed class MemoryStore : ILoyaltyStore
{
    private readonly Lock gate = new();
    private Tables tables = new();

    public bool KeepsMessages => true;

    public IReadOnlyList<LoyaltyMessage> Outbox => Volatile.Read(ref tables).Messages;

    public ILoyaltySession Read() => new Session(this);

    public ILoyaltySession Write(int attempt) => new Session(this);

    private sealed record Tables
    {
        public ImmutableSortedDictionary<long, StoredMember> Members { get; init; } = ImmutableSortedDictionary<long, StoredMember>.Empty;
        public ImmutableDictionary<CustomerId, long> Numbers { get; init; } = ImmutableDictionary<CustomerId, long>.Empty;
        public ImmutableDictionary<long, ImmutableList<StoredEntry>> Entries { get; init; } = ImmutableDictionary<long, ImmutableList<StoredEntry>>.Empty;
        public ImmutableDictionary<string, StoredAnswer> Answers { get; init; } = ImmutableDictionary<string, StoredAnswer>.Empty;
        public ImmutableHashSet<StoredSource> Sources { get; init; } = [];
        public ImmutableDictionary<CounterKey, long> Counters { get; init; } = ImmutableDictionary<CounterKey, long>.Empty;
        public ImmutableSortedDictionary<(long Member, int Lot), StoredLot> Lots { get; init; } = ImmutableSortedDictionary<(long, int), StoredLot>.Empty;
        public ImmutableDictionary<long, byte[]> Profiles { get; init; } = ImmutableDictionary<long, byte[]>.Empty;
        public ImmutableDictionary<long, StoredStanding> Standings { get; init; } = ImmutableDictionary<long, StoredStanding>.Empty;
        public ImmutableHashSet<(long, int)> Announced { get; init; } = [];
        public ImmutableList<LoyaltyMessage> Messages { get; init; } = [];

        /// <summary>These tables with what was decided, or a conflict where it rests on something that has changed.</summary>
        public Tables With(LedgerChanges changes)
        {
            bool holds = changes.Answers.All(answer => !Answers.ContainsKey(answer.Key))
                && changes.Sources.All(source => !Sources.Contains(source))
                && changes.Joined.All(member => !Members.ContainsKey(member.Number) && !Numbers.ContainsKey(member.Id))
                && changes.Members.All(step => Members[step.Number].Sequence == step.Before)
                && changes.Counters.All(step => Counters.GetValueOrDefault(step.Counter) == step.Before)
                && changes.Standings.All(step => Standings.GetValueOrDefault(step.After.Member)?.Level == step.Before);
            if (!holds)
                throw new StoreConflictException();
            ImmutableSortedDictionary<long, StoredMember> members = Members
                .AddRange(changes.Joined.Select(member => KeyValuePair.Create(member.Number, member)))
                .SetItems(changes.Members.Select(step => KeyValuePair.Create(step.Number, Members[step.Number] with { Sequence = step.After })));
            members = members.SetItems(changes.Forgotten.Select(number => KeyValuePair.Create(number, members[number] with { Id = default })));
            ImmutableDictionary<long, ImmutableList<StoredEntry>> entries = Entries;
            for (int at = 0; at < changes.Entries.Count; at++)
                entries = entries.SetItem(changes.Entries[at].Member, entries.GetValueOrDefault(changes.Entries[at].Member, []).Add(changes.Contents[at]));
            return new()
            {
                Members = members,
                // Who joined and was forgotten in one go has no id.
                Numbers = Numbers.RemoveRange(changes.Forgotten.Select(number => Members[number].Id)).AddRange(changes.Joined.Where(member => member.Id != default).Select(member => KeyValuePair.Create(member.Id, member.Number))),
                Entries = entries,
                Answers = Answers.AddRange(changes.Answers.Select(answer => KeyValuePair.Create(answer.Key, answer))),
                Sources = Sources.Union(changes.Sources),
                Counters = Counters.SetItems(changes.Counters.Select(step => KeyValuePair.Create(step.Counter, step.After))),
                Lots = Lots.SetItems(changes.Lots.Select(lot => KeyValuePair.Create((lot.Member, lot.Number), lot))),
                Profiles = Profiles.SetItems(changes.Profiles.Select(profile => KeyValuePair.Create(profile.Member, profile.Content.ToArray()))).RemoveRange(changes.Forgotten),
                Standings = Standings.SetItems(changes.Standings.Select(step => KeyValuePair.Create(step.After.Member, step.After))),
                Announced = Announced.Union(changes.Announced.Select(lot => (lot.Member, lot.Number))),
                Messages = Messages.AddRange(changes.Messages),
            };
        }
    }

    /// <summary>Reads the tables as they were when it began; writes to them as they are when it ends.</summary>
    private sealed class Session(MemoryStore store) : ILoyaltySession
    {
        private readonly Tables now = Volatile.Read(ref store.tables);
        private readonly List<LedgerChanges> decided = [];

        // It can't tell: what is written rests on checks of each row.
        public object? Version => null;

        public long LastMember => now.Members.Count;

        public void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources)
        {
        }

        public StoredMember? Member(CustomerId id) => now.Numbers.TryGetValue(id, out long number) ? now.Members[number] : null;

        public StoredMember? Member(long number) => now.Members.GetValueOrDefault(number);

        public IReadOnlyList<CustomerId> Ids() => [.. now.Members.Values.Select(member => member.Id).Where(id => id != default)];

        public IReadOnlyList<StoredEntry> Entries(long member, long after) => [.. now.Entries.GetValueOrDefault(member, []).Skip((int)after)];

        public StoredAnswer? Answer(string key) => now.Answers.GetValueOrDefault(key);

        public bool Has(StoredSource source) => now.Sources.Contains(source);

        public long Used(CounterKey counter) => now.Counters.GetValueOrDefault(counter);

        public byte[]? Profile(long member) => now.Profiles.GetValueOrDefault(member);

        public IReadOnlyList<StoredLot> Lots(long member) => [.. now.Lots.Values.Where(lot => lot.Member == member)];

        public StoredSnapshot? Snapshot(long member) => null;

        public StoredStanding? Standing(long member) => now.Standings.GetValueOrDefault(member);

        public IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count) =>
            [.. now.Lots.Values.Where(lot => lot.Remaining > 0 && lot.ExpiresAt > after && lot.ExpiresAt <= until && !now.Announced.Contains((lot.Member, lot.Number))).OrderBy(lot => lot.ExpiresAt).Take(count)];

        public IReadOnlyList<long> Due(Instant until, int count) => [.. now.Standings.Values.Where(standing => standing.Until <= until).Select(standing => standing.Member).Take(count)];

        public LedgerFault? Check(long member)
        {
            EntryHash before = default;
            foreach (StoredEntry entry in Entries(member, 0))
            {
                JournalEntry read = entry.Read();
                if (!new EntryHash(SHA256.HashData(entry.Content.Span)).Equals(entry.Hash) || !read.Previous.Equals(before))
                    return new LedgerFault(member, read.Sequence, "The hash is another one.");
                before = entry.Hash;
            }

            return null;
        }

        public void Write(LedgerChanges changes) => decided.Add(changes);

        public void Commit()
        {
            lock (store.gate)
                Volatile.Write(ref store.tables, decided.Aggregate(store.tables, (tables, changes) => tables.With(changes)));
        }

        public void Dispose()
        {
        }
    }
}
// end of sample
