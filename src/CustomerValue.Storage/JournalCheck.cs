using System.Data.Common;
using System.Security.Cryptography;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>Checks a journal as it is stored: hashes, sequence, and that columns and movements say what the content says.</summary>
internal static class JournalCheck
{
    public static LedgerFault? Of(StoreConnection connection, SqlText sql, long number, StoredMember? member)
    {
        if (member is null)
            return new(number, 0, "There is no such member, but there are later ones.");
        Dictionary<long, List<Posting>> postings = Postings(connection, sql, number);
        EntryHash before = default;
        long last = 0;
        using DbDataReader rows = connection.Query(sql.Journal, number);
        for (; rows.Read(); last++)
        {
            long sequence = rows.GetInt64(0);
            if (sequence != last + 1)
                return new(number, last + 1, $"Entry {sequence} follows {last}.");
            if (Fault(rows, number, sequence, before, postings.TryGetValue(sequence, out List<Posting>? moved) ? moved : []) is { } message)
                return new(number, sequence, message);
            before = new EntryHash(rows.GetFieldValue<byte[]>(1));
            postings.Remove(sequence);
        }

        if (last != member.Sequence)
            return new(number, last + 1, $"The member has {member.Sequence} entries and {last} are there.");
        return postings.Count == 0 ? null : new(number, postings.Keys.Min(), "There are postings without an entry.");
    }

    private static string? Fault(DbDataReader row, long member, long sequence, in EntryHash before, List<Posting> postings)
    {
        byte[] hash = row.GetFieldValue<byte[]>(1);
        byte[] content = row.GetFieldValue<byte[]>(2);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(hash))
            return "The content does not have this hash.";
        JournalEntry entry;
        try
        {
            entry = new StoredEntry(new EntryHash(hash), content).Read();
        }
        catch (FormatException)
        {
            return "The content is no entry.";
        }

        if (!entry.Previous.Equals(before))
            return "The hash of the entry before is another one.";
        if (entry.Member != member || entry.Sequence != sequence)
            return $"The content is of entry {entry.Sequence} of member {entry.Member}.";
        bool isSame = row.GetString(3) == entry.Kind.ToString() && row.GetString(4) == entry.Key && (row.IsDBNull(5) ? null : row.GetString(5)) == entry.Wallet
            && row.GetInt64(6) == SqlValues.Of(entry.OccurredAt) && row.GetInt64(7) == SqlValues.Of(entry.EffectiveAt) && row.GetInt64(8) == SqlValues.Of(entry.RecordedAt) && row.GetInt64(9) == entry.Postings.Count;
        if (!isSame)
            return "A column says something else than the content.";
        return postings.SequenceEqual(entry.Postings) ? null : "The postings are not those of the content.";
    }

    private static Dictionary<long, List<Posting>> Postings(StoreConnection connection, SqlText sql, long member)
    {
        Dictionary<long, List<Posting>> all = [];
        using DbDataReader rows = connection.Query(sql.Postings, member);
        while (rows.Read())
        {
            long sequence = rows.GetInt64(0);
            if (!all.TryGetValue(sequence, out List<Posting>? postings))
                all[sequence] = postings = [];
            // A line that was moved or a name that no account has is a posting that the content does not know.
            long lot = rows.GetInt64(3);
            bool isKnown = Enum.TryParse(rows.GetString(2), out LedgerAccount account) && account.ToString() == rows.GetString(2) && rows.GetInt64(1) == postings.Count && lot is >= 0 and <= int.MaxValue;
            postings.Add(isKnown ? new(account, (int)lot, rows.GetInt64(4)) : new((LedgerAccount)(-1), 0, 0));
        }

        return all;
    }
}
