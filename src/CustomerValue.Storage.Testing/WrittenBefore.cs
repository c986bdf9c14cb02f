using CustomerValue.Customers;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

/// <summary>What a store was given so far, in dictionaries, and what it must therefore give back.</summary>
internal sealed class WrittenBefore
{
    private readonly Dictionary<string, StoredAnswer> answers = new(StringComparer.Ordinal);
    private readonly HashSet<StoredSource> sources = [];
    private readonly Dictionary<CounterKey, long> counters = [];
    private readonly SortedDictionary<long, (CustomerId Id, List<StoredEntry> Entries)> members = [];
    private readonly Dictionary<long, byte[]> profiles = [];
    private readonly SortedDictionary<(long Member, int Lot), StoredLot> lots = [];
    private readonly HashSet<(long Member, int Lot)> announced = [];
    private readonly Dictionary<long, StoredSnapshot> snapshots = [];
    private readonly Dictionary<long, StoredStanding> standings = [];
    private readonly List<LoyaltyMessage> messages = [];

    public IReadOnlyList<LoyaltyMessage> Messages => messages;

    public void Add(LedgerChanges changes)
    {
        foreach (StoredAnswer answer in changes.Answers)
            answers.Add(answer.Key, answer);
        sources.UnionWith(changes.Sources);
        foreach (StoredMember member in changes.Joined)
            members.Add(member.Number, (member.Id, []));
        foreach (CounterStep step in changes.Counters)
            counters[step.Counter] = step.After;
        for (int at = 0; at < changes.Entries.Count; at++)
            members[changes.Entries[at].Member].Entries.Add(changes.Contents[at]);
        foreach (StoredLot lot in changes.Lots)
            lots[(lot.Member, lot.Number)] = lot;
        foreach (StoredProfile profile in changes.Profiles)
            profiles[profile.Member] = profile.Content.ToArray();
        foreach (long number in changes.Forgotten)
        {
            profiles.Remove(number);
            members[number] = (default, members[number].Entries);
        }

        foreach (StoredSnapshot snapshot in changes.Snapshots)
            snapshots[snapshot.Member] = snapshot;
        foreach (StandingStep step in changes.Standings)
            standings[step.After.Member] = step.After;
        announced.UnionWith(changes.Announced.Select(lot => (lot.Member, lot.Number)));
        messages.AddRange(changes.Messages);
    }

    public void IsGivenBackBy(ILoyaltySession session)
    {
        Assert.Equal(members.Keys.LastOrDefault(), session.LastMember);
        Assert.Equal(members.Values.Select(member => member.Id).Where(id => id != default), session.Ids());
        foreach ((long number, (CustomerId id, List<StoredEntry> entries)) in members)
        {
            StoredMember expected = new(number, id, entries.Count);
            Assert.Equal(expected, session.Member(number));
            if (id != default)
                Assert.Equal(expected, session.Member(id));
            for (int after = 0; after <= entries.Count; after++)
                Assert.Equal(entries.Skip(after).Select(Text), session.Entries(number, after).Select(Text));
            Assert.Equal(lots.Values.Where(lot => lot.Member == number), session.Lots(number));
            Assert.Equal(profiles.GetValueOrDefault(number), session.Profile(number));
            if (session.Snapshot(number) is { } snapshot)
                Assert.Equal(Text(snapshots[number]), Text(snapshot));
        }

        foreach (StoredAnswer answer in answers.Values)
        {
            StoredAnswer? kept = session.Answer(answer.Key);
            Assert.Equal((answer.Payload, answer.Rejection), (kept?.Payload, kept?.Rejection));
            Assert.Equal(answer.Entries, kept!.Entries);
        }

        Assert.All(sources, source => Assert.True(session.Has(source)));
        Assert.All(counters, counter => Assert.Equal(counter.Value, session.Used(counter.Key)));
    }

    /// <summary>What a store that keeps messages gives back as well.</summary>
    public void IsAnnouncedBy(ILoyaltySession session)
    {
        foreach (long number in members.Keys)
            Assert.Equal(standings.GetValueOrDefault(number), session.Standing(number));
        foreach (Instant after in Ends().Prepend(Instant.FromUnixTimeTicks(0)))
        {
            foreach (Instant until in Ends())
            {
                StoredLot[] expected = [.. lots.Values.Where(lot => lot.Remaining > 0 && lot.ExpiresAt > after && lot.ExpiresAt <= until && !announced.Contains((lot.Member, lot.Number)))];
                IReadOnlyList<StoredLot> all = session.Expiring(after, until, 1000);
                Assert.Equal(expected, all.OrderBy(lot => lot.Member).ThenBy(lot => lot.Number));
                // Of those that expire together any may come first.
                Assert.Equal(expected.Select(lot => lot.ExpiresAt).Order().Take(2), session.Expiring(after, until, 2).Select(lot => lot.ExpiresAt));
            }
        }

        foreach (Instant until in standings.Values.Where(standing => standing.Until is not null).Select(standing => standing.Until!.Value))
        {
            Assert.Equal(standings.Values.Where(standing => standing.Until <= until).Select(standing => standing.Member).Order(), session.Due(until, 1000).Order());
            Assert.Single(session.Due(until, 1));
        }
    }

    private Instant[] Ends() => [.. lots.Values.Where(lot => lot.ExpiresAt is not null).Select(lot => lot.ExpiresAt!.Value).Distinct()];

    private static string Text(StoredEntry entry) => entry.Hash + Convert.ToHexString(entry.Content.Span);

    private static string Text(StoredSnapshot snapshot) => $"{snapshot.Member} {snapshot.Sequence} {Convert.ToHexString(snapshot.Content.Span)}";
}
