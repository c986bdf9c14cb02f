using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>Writes what was decided into PostgreSQL by one call, which is a transaction by itself where none has been begun: one way there and back, however many rows.</summary>
internal static class PostgreSqlWriter
{
    /// <summary>How many columns the function takes.</summary>
    public const int Columns = 66;

    public static void Write(StoreConnection connection, SqlText sql, LedgerChanges changes)
    {
        List<object> columns = new(Columns);
        Keys(columns, changes);
        Members(columns, changes);
        Journal(columns, changes);
        Caches(columns, changes);
        connection.Run(sql.Write, [.. columns]);
    }

    private static void Keys(List<object> columns, LedgerChanges changes)
    {
        IReadOnlyList<StoredAnswer> answers = changes.Answers;
        columns.Add(All(answers, each => SqlValues.Exact(each.Key, "key")));
        columns.Add(All(answers, each => SqlValues.Of(each.Payload)));
        columns.Add(All(answers, each => SqlValues.Of(each.Entries)));
        columns.Add(All(answers, each => each.Rejection?.Error.ToString()));
        columns.Add(All(answers, each => each.Rejection?.Message.English));
        columns.Add(All(answers, each => each.Rejection?.Message.Chinese));
        (byte[] Hash, string Type)[] sources = [.. changes.Sources.Select(source => (SqlValues.Of(source.Hash), source.Type))];
        // In an order of their own, so that two writers don't wait for each other.
        Array.Sort(sources, (one, other) => one.Hash.AsSpan().SequenceCompareTo(other.Hash));
        columns.Add(All(sources, each => each.Hash));
        columns.Add(All(sources, each => each.Type));
    }

    private static void Members(List<object> columns, LedgerChanges changes)
    {
        columns.Add(All(changes.Forgotten, each => each));
        columns.Add(All(changes.Members, each => each.Number));
        columns.Add(All(changes.Members, each => each.Before));
        columns.Add(All(changes.Members, each => each.After));
        columns.Add(All(changes.Joined, each => each.Number));
        columns.Add(All(changes.Joined, each => each.Id == default ? null : SqlValues.Exact(each.Id.Value, "member")));
        columns.Add(All(changes.Joined, each => each.Sequence));
        columns.Add(All(changes.Counters, each => each.Counter.Id));
        columns.Add(All(changes.Counters, each => (long)each.Counter.Period));
        columns.Add(All(changes.Counters, each => each.Counter.OfReferrer ? 1L : 0L));
        columns.Add(All(changes.Counters, each => each.Before));
        columns.Add(All(changes.Counters, each => each.After));
        (long Member, byte[] Secret, byte[] Content)[] profiles = [.. changes.Profiles.Select(Locked)];
        columns.Add(All(profiles, each => each.Member));
        columns.Add(All(profiles, each => each.Secret));
        columns.Add(All(profiles, each => each.Content));
    }

    private static void Journal(List<object> columns, LedgerChanges changes)
    {
        IReadOnlyList<JournalEntry> entries = changes.Entries;
        (JournalEntry Entry, int Line)[] postings = [.. entries.SelectMany(entry => Enumerable.Range(0, entry.Postings.Count).Select(line => (entry, line)))];
        columns.Add(All(postings, each => each.Entry.Member));
        columns.Add(All(postings, each => each.Entry.Sequence));
        columns.Add(All(postings, each => (long)each.Line));
        columns.Add(All(postings, each => SqlValues.Of(each.Entry.Postings[each.Line].Account)));
        columns.Add(All(postings, each => (long)each.Entry.Postings[each.Line].Lot));
        columns.Add(All(postings, each => each.Entry.Postings[each.Line].Units));
        columns.Add(All(entries, each => each.Member));
        columns.Add(All(entries, each => each.Sequence));
        columns.Add(All(entries, each => SqlValues.Of(each.Kind)));
        columns.Add(All(entries, each => each.Key));
        columns.Add(All(entries, each => each.Wallet));
        columns.Add(All(entries, each => SqlValues.Of(each.OccurredAt)));
        columns.Add(All(entries, each => SqlValues.Of(each.EffectiveAt)));
        columns.Add(All(entries, each => SqlValues.Of(each.RecordedAt)));
        columns.Add(All(entries, each => (long)each.Postings.Count));
        columns.Add(All(changes.Contents, each => SqlValues.Of(each.Hash)));
        columns.Add(All(changes.Contents, each => each.Content.ToArray()));
        IReadOnlyList<StoredLot> lots = changes.Lots;
        columns.Add(All(lots, each => each.Member));
        columns.Add(All(lots, each => (long)each.Number));
        columns.Add(All(lots, each => each.Wallet));
        columns.Add(All(lots, each => each.Granted));
        columns.Add(All(lots, each => each.Remaining));
        columns.Add(All(lots, each => SqlValues.Of(each.EarnedAt)));
        columns.Add(All(lots, each => SqlValues.Of(each.ActivatesAt)));
        columns.Add(All(lots, each => each.ExpiresAt is { } end ? SqlValues.Of(end) : (long?)null));
    }

    private static void Caches(List<object> columns, LedgerChanges changes)
    {
        columns.Add(All(changes.Snapshots, each => each.Member));
        columns.Add(All(changes.Snapshots, each => each.Sequence));
        columns.Add(All(changes.Snapshots, each => each.Content.ToArray()));
        IReadOnlyList<LoyaltyMessage> messages = changes.Messages;
        columns.Add(All(messages, each => each.Kind.ToString()));
        columns.Add(All(messages, each => each.Member));
        columns.Add(All(messages, each => each.Sequence));
        columns.Add(All(messages, each => SqlValues.Of(each.At)));
        columns.Add(All(messages, each => each.Wallet));
        columns.Add(All(messages, each => each.Units));
        columns.Add(All(messages, each => (long)each.Lot));
        columns.Add(All(messages, each => each.From));
        columns.Add(All(messages, each => each.To));
        columns.Add(All(changes.Standings, each => each.After.Member));
        columns.Add(All(changes.Standings, each => each.Before));
        columns.Add(All(changes.Standings, each => each.After.Level));
        columns.Add(All(changes.Standings, each => each.After.Until is { } until ? SqlValues.Of(until) : (long?)null));
        columns.Add(All(changes.Announced, each => each.Member));
        columns.Add(All(changes.Announced, each => (long)each.Number));
    }

    private static (long Member, byte[] Secret, byte[] Content) Locked(StoredProfile profile)
    {
        (byte[] secret, byte[] content) = PersonVault.Lock(profile.Member, profile.Content.Span);
        return (profile.Member, secret, content);
    }

    private static TValue[] All<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        TValue[] column = new TValue[rows.Count];
        for (int at = 0; at < column.Length; at++)
            column[at] = value(rows[at]);
        return column;
    }
}
