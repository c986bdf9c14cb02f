using System.Data.Common;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>Statements that write, in their order: run one by one where the database is in this process, sent together where it is not.</summary>
internal sealed class StatementList(SqlDialect dialect, StoreConnection connection)
{
    private readonly DbBatch? batch = dialect.IsRemote ? connection.Connection.CreateBatch() : null;
    private readonly List<string?> conflicts = [];

    /// <summary>Adds a statement.</summary>
    /// <param name="conflict">What it means where no row is hit; null where that is no matter.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="values">Its values.</param>
    public void Add(string? conflict, string sql, params object?[] values)
    {
        if (batch is null)
        {
            if (connection.Run(sql, values) != 1 && conflict is not null)
                throw new StoreConflictException(conflict);
            return;
        }

        DbBatchCommand command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (object? value in values)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
        conflicts.Add(conflict);
    }

    /// <summary>Sends what was not run yet.</summary>
    public void Run()
    {
        if (batch is null || batch.BatchCommands.Count == 0)
            return;
        batch.Transaction = connection.Transaction;
        batch.ExecuteNonQuery();
        for (int at = 0; at < conflicts.Count; at++)
        {
            if (conflicts[at] is { } conflict && batch.BatchCommands[at].RecordsAffected != 1)
                throw new StoreConflictException(conflict);
        }

        batch.BatchCommands.Clear();
        conflicts.Clear();
    }
}
