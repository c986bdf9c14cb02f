using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>What was asked for in one go: also what was found not to be there. Whatever others change of it afterwards shows when it is written.</summary>
internal sealed class Fetched
{
    public Dictionary<string, StoredAnswer?> Answers { get; } = new(StringComparer.Ordinal);

    public Dictionary<CustomerId, StoredMember?> Members { get; } = [];

    public Dictionary<EntryHash, bool> Sources { get; } = [];

    public static Fetched Of(StoreConnection connection, SqlText sql, IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources)
    {
        Fetched all = new();
        foreach (string key in keys)
            all.Answers[SqlValues.Exact(key, "key")] = null;
        foreach (CustomerId id in members)
            all.Members[id] = null;
        foreach (StoredSource source in sources)
            all.Sources[source.Hash] = false;
        using DbBatch batch = connection.Connection.CreateBatch();
        batch.Transaction = connection.Transaction;
        Add(batch, sql.Answers, all.Answers.Keys.ToArray());
        Add(batch, sql.Members, all.Members.Keys.Select(id => SqlValues.Exact(id.Value, "member")).ToArray());
        Add(batch, sql.Sources, all.Sources.Keys.Select(hash => SqlValues.Of(hash)).ToArray());
        using DbDataReader rows = batch.ExecuteReader();
        while (rows.Read())
            all.Answers[rows.GetString(5)] = SqlRows.Answer(rows, rows.GetString(5));
        rows.NextResult();
        while (rows.Read())
        {
            StoredMember member = SqlRows.Member(rows);
            all.Members[member.Id] = member;
        }

        rows.NextResult();
        while (rows.Read())
            all.Sources[new EntryHash(rows.GetFieldValue<byte[]>(0))] = true;
        return all;
    }

    private static void Add(DbBatch batch, string sql, Array values)
    {
        DbBatchCommand command = batch.CreateBatchCommand();
        command.CommandText = sql;
        DbParameter parameter = command.CreateParameter();
        parameter.Value = values;
        command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }
}
