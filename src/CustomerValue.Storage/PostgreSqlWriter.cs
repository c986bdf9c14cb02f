using System.Data.Common;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>
/// Writes what was decided into PostgreSQL: all rows of a table by one statement, all statements in one message. Where no transaction has been begun the message is one by itself, so
/// that a command is one way there and back.
/// </summary>
internal sealed class PostgreSqlWriter(StoreConnection connection, SqlText sql)
{
    private readonly DbBatch batch = connection.Connection.CreateBatch();

    public void Write(LedgerChanges changes)
    {
        using (batch)
        {
            Keys(changes);
            Members(changes);
            Journal(changes);
            batch.Transaction = connection.Transaction;
            batch.ExecuteNonQuery();
        }
    }

    /// <summary>Keys and sources come first: of two who answer the same, one waits here and then fails. Each in its order, so that two don't wait for each other.</summary>
    private void Keys(LedgerChanges changes)
    {
        IReadOnlyList<StoredAnswer> answers = changes.Answers;
        if (answers.Count > 0)
            Add(sql.AddAnswers, All(answers, each => SqlValues.Exact(each.Key, "key")), All(answers, each => SqlValues.Of(each.Payload)), All(answers, each => SqlValues.Of(each.Entries)), All(answers, each => each.Rejection?.Error.ToString()), All(answers, each => each.Rejection?.Message.English), All(answers, each => each.Rejection?.Message.Chinese));
        if (changes.Sources.Count > 0)
        {
            (byte[] Hash, string Type)[] sources = [.. changes.Sources.Select(source => (SqlValues.Of(source.Hash), source.Type)).OrderBy(source => Convert.ToHexString(source.Item1), StringComparer.Ordinal)];
            Add(sql.AddSources, All(sources, each => each.Hash), All(sources, each => each.Type));
        }
    }

    private void Members(LedgerChanges changes)
    {
        foreach (long number in changes.Forgotten)
        {
            Add(sql.ForgetProfile, number);
            Add(sql.ForgetId, number);
        }

        IReadOnlyList<MemberStep> steps = changes.Members;
        // Rows are locked in the order of numbers before they are changed, which alone would take them in any.
        if (steps.Count > 1)
            Add(sql.LockMembers, All(steps, each => each.Number));
        if (steps.Count > 0)
            Add(sql.MoveMembers, All(steps, each => each.Number), All(steps, each => each.Before), All(steps, each => each.After));
        if (changes.Joined.Count > 0)
        {
            Add(sql.LockJoining);
            Add(sql.AddMembers, All(changes.Joined, each => each.Number), All(changes.Joined, each => each.Id == default ? null : SqlValues.Exact(each.Id.Value, "member")), All(changes.Joined, each => each.Sequence));
        }

        foreach (CounterStep step in changes.Counters)
            Add(sql.MoveCounter, step.Counter.Id, (long)step.Counter.Period, step.Counter.OfReferrer ? 1L : 0L, step.After, step.Before);
    }

    private void Journal(LedgerChanges changes)
    {
        IReadOnlyList<JournalEntry> entries = changes.Entries;
        (JournalEntry Entry, int Line)[] postings = [.. entries.SelectMany(entry => Enumerable.Range(0, entry.Postings.Count).Select(line => (entry, line)))];
        if (postings.Length > 0)
            Add(sql.AddPostings, All(postings, each => each.Entry.Member), All(postings, each => each.Entry.Sequence), All(postings, each => (long)each.Line), All(postings, each => SqlValues.Of(each.Entry.Postings[each.Line].Account)), All(postings, each => (long)each.Entry.Postings[each.Line].Lot), All(postings, each => each.Entry.Postings[each.Line].Units));
        if (entries.Count > 0)
        {
            Add(
                sql.AddEntries, All(entries, each => each.Member), All(entries, each => each.Sequence), All(entries, each => SqlValues.Of(each.Kind)), All(entries, each => each.Key), All(entries, each => each.Wallet), All(entries, each => SqlValues.Of(each.OccurredAt)),
                All(entries, each => SqlValues.Of(each.EffectiveAt)), All(entries, each => SqlValues.Of(each.RecordedAt)), All(entries, each => (long)each.Postings.Count), All(changes.Contents, each => SqlValues.Of(each.Hash)), All(changes.Contents, each => each.Content.ToArray()));
        }

        IReadOnlyList<StoredLot> lots = changes.Lots;
        if (lots.Count > 0)
            Add(sql.SetLots, All(lots, each => each.Member), All(lots, each => (long)each.Number), All(lots, each => each.Wallet), All(lots, each => each.Granted), All(lots, each => each.Remaining), All(lots, each => SqlValues.Of(each.EarnedAt)), All(lots, each => SqlValues.Of(each.ActivatesAt)), All(lots, each => each.ExpiresAt is { } end ? SqlValues.Of(end) : (long?)null));
        foreach (StoredProfile profile in changes.Profiles)
        {
            (byte[] secret, byte[] content) = PersonVault.Lock(profile.Member, profile.Content.Span);
            Add(sql.SetProfile, profile.Member, secret, content);
        }
    }

    private void Add(string text, params object[] values)
    {
        DbBatchCommand command = batch.CreateBatchCommand();
        command.CommandText = text;
        foreach (object value in values)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }

    private static TValue[] All<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        TValue[] column = new TValue[rows.Count];
        for (int at = 0; at < column.Length; at++)
            column[at] = value(rows[at]);
        return column;
    }
}
