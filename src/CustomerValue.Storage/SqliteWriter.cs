using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using Microsoft.Data.Sqlite;

namespace CustomerValue.Storage;

/// <summary>Writes what was decided into SQLite, a row at a time: the database is in this process, so that a statement costs no way.</summary>
internal sealed class SqliteWriter(SqliteConnection connection, SqlText sql) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    public bool HasAnswer(string key) => Of(sql.IsAnswered).Add(SqlValues.Exact(key, "key")).Finds();

    public bool HasSource(in EntryHash hash) => Of(sql.Source).Add(hash).Finds();

    public void Write(LedgerChanges changes)
    {
        foreach (StoredAnswer answer in changes.Answers)
            Of(sql.AddAnswer).Add(SqlValues.Exact(answer.Key, "key")).Add(answer.Payload).Add(SqlValues.Of(answer.Entries)).Add(answer.Rejection?.Error.ToString()).Add(answer.Rejection?.Message.English).Add(answer.Rejection?.Message.Chinese).Run();
        foreach (StoredSource source in changes.Sources)
            Of(sql.AddSource).Add(source.Hash).Add(source.Type).Run();
        foreach (long number in changes.Forgotten)
        {
            Of(sql.ForgetProfile).Add(number).Run();
            Of(sql.ForgetId).Add(number).Run();
        }

        foreach (MemberStep step in changes.Members)
            Of(sql.MoveMember).Add(step.Number).Add(step.Before).Add(step.After).Run();
        foreach (StoredMember member in changes.Joined)
            Of(sql.AddMember).Add(member.Number).Add(member.Id == default ? null : SqlValues.Exact(member.Id.Value, "member")).Add(member.Sequence).Run();
        foreach (CounterStep step in changes.Counters)
            Of(sql.MoveCounter).Add(step.Counter.Id).Add((long)step.Counter.Period).Add(step.Counter.OfReferrer ? 1L : 0L).Add(step.After).Add(step.Before).Run();
        for (int at = 0; at < changes.Entries.Count; at++)
            Write(changes.Entries[at], changes.Contents[at]);
        foreach (StoredLot lot in changes.Lots)
            Of(sql.SetLot).Add(lot.Member).Add(lot.Number).Add(lot.Wallet).Add(lot.Granted).Add(lot.Remaining).Add(SqlValues.Of(lot.EarnedAt)).Add(SqlValues.Of(lot.ActivatesAt)).Add(lot.ExpiresAt is { } end ? SqlValues.Of(end) : null).Run();
        foreach (StoredProfile profile in changes.Profiles)
        {
            (byte[] secret, byte[] content) = PersonVault.Lock(profile.Member, profile.Content.Span);
            Of(sql.SetProfile).Add(profile.Member).Add(secret).Add(content).Run();
        }

        foreach (StoredSnapshot snapshot in changes.Snapshots)
            Of(sql.SetSnapshot).Add(snapshot.Member).Add(snapshot.Sequence).Add(snapshot.Content.Span).Run();
        foreach (LoyaltyMessage message in changes.Messages)
            Of(sql.AddMessage).Add(message.Kind.ToString()).Add(message.Member).Add(message.Sequence).Add(SqlValues.Of(message.At)).Add(message.Wallet).Add(message.Units).Add(message.Lot).Add(message.From).Add(message.To).Run();
        foreach (StandingStep step in changes.Standings)
            Of(sql.SetStanding).Add(step.After.Member).Add(step.After.Level).Add(step.After.Until is { } until ? SqlValues.Of(until) : null).Add(step.Before).Run();
        foreach (StoredLot lot in changes.Announced)
            Of(sql.Announce).Add(lot.Member).Add(lot.Number).Run();
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in statements.Values)
            statement.Dispose();
    }

    private void Write(JournalEntry entry, StoredEntry stored)
    {
        for (int line = 0; line < entry.Postings.Count; line++)
            Of(sql.AddPosting).Add(entry.Member).Add(entry.Sequence).Add(line).Add(SqlValues.Of(entry.Postings[line].Account)).Add(entry.Postings[line].Lot).Add(entry.Postings[line].Units).Run();
        Of(sql.AddEntry)
            .Add(entry.Member).Add(entry.Sequence).Add(SqlValues.Of(entry.Kind)).Add(entry.Key).Add(entry.Wallet)
            .Add(SqlValues.Of(entry.OccurredAt)).Add(SqlValues.Of(entry.EffectiveAt)).Add(SqlValues.Of(entry.RecordedAt))
            .Add(entry.Postings.Count).Add(stored.Hash).Add(stored.Content.Span).Run();
    }

    private SqliteStatement Of(string text)
    {
        if (!statements.TryGetValue(text, out SqliteStatement? statement))
            statements[text] = statement = new SqliteStatement(connection, text);
        return statement;
    }
}
