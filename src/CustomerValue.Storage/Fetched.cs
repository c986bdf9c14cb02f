using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>What was asked for before it is needed, also what was found not to be there. Whatever others change of it afterwards shows when it is written.</summary>
internal sealed class Fetched
{
    public Dictionary<string, StoredAnswer?> Answers { get; } = new(StringComparer.Ordinal);

    public Dictionary<CustomerId, StoredMember?> Members { get; } = [];

    public Dictionary<EntryHash, bool> Sources { get; } = [];

    /// <summary>Which keys and sources are not there, as nearly always. What is there is asked for when it is needed.</summary>
    public static Fetched Missing(SqliteWriter writer, IReadOnlyList<string> keys, IReadOnlyList<StoredSource> sources)
    {
        Fetched all = new();
        foreach (string key in keys)
        {
            if (!writer.HasAnswer(key))
                all.Answers[key] = null;
        }

        foreach (StoredSource source in sources)
        {
            EntryHash hash = source.Hash;
            if (!writer.HasSource(hash))
                all.Sources[hash] = false;
        }

        return all;
    }

    /// <summary>All of it in one go.</summary>
    public static Fetched Together(StoreConnection connection, SqlText sql, IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources)
    {
        Fetched all = new();
        foreach (string key in keys)
            all.Answers[SqlValues.Exact(key, "key")] = null;
        foreach (CustomerId id in members)
            all.Members[id] = null;
        foreach (StoredSource source in sources)
            all.Sources[source.Hash] = false;
        using DbDataReader rows = connection.Query(
            sql.Known, all.Answers.Keys.ToArray(), all.Members.Keys.Select(id => SqlValues.Exact(id.Value, "member")).ToArray(), all.Sources.Keys.Select(hash => SqlValues.Of(hash)).ToArray());
        while (rows.Read())
        {
            if (!rows.IsDBNull(9))
                all.Sources[new EntryHash(rows.GetFieldValue<byte[]>(9))] = true;
            else if (!rows.IsDBNull(8))
                all.Answers[rows.GetString(8)] = SqlRows.Answer(rows, rows.GetString(8), 3);
            else if (SqlRows.Member(rows) is { } member)
                all.Members[member.Id] = member;
        }

        return all;
    }
}
