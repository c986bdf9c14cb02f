using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>
/// Messages for other programs: points earned, points that expire soon, another tier. They were written in the transaction of what they tell of. Each reader has a name and a place; what it has not acknowledged it
/// gets again, so that every message comes at least once. Of one member they come in the order of his entries, but for those of writers that met on him. Safe for many threads.
/// </summary>
public sealed class LoyaltyOutbox
{
    private readonly SqlDialect dialect;
    private readonly SqlText sql;
    private readonly Func<StoreConnection> borrow;
    private readonly Action<StoreConnection, bool> giveBack;

    internal LoyaltyOutbox(SqlDialect dialect, SqlText sql, Func<StoreConnection> borrow, Action<StoreConnection, bool> giveBack) =>
        (this.dialect, this.sql, this.borrow, this.giveBack) = (dialect, sql, borrow, giveBack);

    /// <summary>The first messages that a reader has not acknowledged; all that are kept where the store does not know it. Asking moves nothing.</summary>
    /// <param name="reader">The reader's name: 1 to 200 characters.</param>
    /// <param name="count">How many at most, 1 or more.</param>
    public IReadOnlyList<DeliveredMessage> Read(string reader, int count = 100)
    {
        Check(reader);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Ask(connection =>
        {
            if (dialect.IsRemote)
                connection.Number(sql.PlaceMessages);
            List<DeliveredMessage> messages = [];
            using DbDataReader rows = connection.Query(sql.Messages, reader, (long)count);
            while (rows.Read())
                messages.Add(Message(rows));
            return messages;
        });
    }

    /// <summary>Says that a reader is done with all messages up to a place, and does not need them again. A place before one that was acknowledged changes nothing.</summary>
    /// <param name="reader">The reader's name.</param>
    /// <param name="place">The place of the last message that it is done with; 0 makes the reader known, so that <see cref="Clear"/> keeps everything for it.</param>
    public void Acknowledge(string reader, long place)
    {
        Check(reader);
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        Ask(connection => connection.Run(sql.Acknowledge, reader, place));
    }

    /// <summary>Forgets a reader, so that nothing is kept for it.</summary>
    public void Forget(string reader)
    {
        Check(reader);
        Ask(connection => connection.Run(sql.ForgetReader, reader));
    }

    /// <summary>Deletes the messages that all readers have acknowledged; none where there are no readers.</summary>
    /// <returns>How many.</returns>
    public int Clear() => Ask(connection => connection.Run(sql.ClearMessages));

    private static void Check(string reader)
    {
        if (string.IsNullOrWhiteSpace(reader) || reader.Length > 200)
            throw new ArgumentException("A reader's name has 1 to 200 characters and is not blank.", nameof(reader));
        SqlValues.Exact(reader, "reader");
    }

    private static DeliveredMessage Message(DbDataReader row) => new(row.GetInt64(0), row.IsDBNull(10) ? default : new CustomerId(row.GetString(10)), new()
    {
        Kind = Enum.Parse<MessageKind>(row.GetString(1)),
        Member = row.GetInt64(2),
        Sequence = row.GetInt64(3),
        At = SqlValues.Instant(row.GetInt64(4)),
        Wallet = row.IsDBNull(5) ? null : row.GetString(5),
        Units = row.GetInt64(6),
        Lot = checked((int)row.GetInt64(7)),
        From = row.IsDBNull(8) ? null : row.GetString(8),
        To = row.IsDBNull(9) ? null : row.GetString(9),
    });

    private T Ask<T>(Func<StoreConnection, T> work)
    {
        StoreConnection connection = borrow();
        bool isWhole = false;
        try
        {
            T answer = connection.Try(() => work(connection));
            isWhole = true;
            return answer;
        }
        finally
        {
            giveBack(connection, isWhole);
        }
    }
}
