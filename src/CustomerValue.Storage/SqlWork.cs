using System.Data.Common;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>What is done on a connection from its beginning until it is given back: a transaction of its own, or a part of one that the host has begun and will end.</summary>
internal abstract class SqlWork : IDisposable
{
    private readonly StoreConnection connection;
    private readonly Action<StoreConnection, bool> giveBack;
    private readonly Savepoint? part;
    private bool isWhole = true;

    /// <summary>A transaction of its own, once it is begun.</summary>
    protected SqlWork(StoreConnection connection, Action<StoreConnection, bool> giveBack) => (this.connection, this.giveBack) = (connection, giveBack);

    /// <summary>A part of the host's.</summary>
    protected SqlWork(StoreConnection connection)
    {
        (this.connection, giveBack) = (connection, (_, _) => { });
        part = new Savepoint(connection);
    }

    protected bool IsPart => part is not null;

    public void Dispose()
    {
        if (part is not null)
        {
            part.Dispose();
            return;
        }

        try
        {
            connection.Transaction?.Dispose();
        }
        catch (DbException)
        {
            // What was not committed is gone with the connection.
            isWhole = false;
        }

        connection.Transaction = null;
        giveBack(connection, isWhole);
    }

    protected void CommitTransaction()
    {
        if (part is not null)
            part.Release();
        else
            connection.Transaction!.Commit();
    }

    /// <summary>A connection on which something failed serves nobody else; but where only another writer was quicker, it is whole once the transaction is taken back.</summary>
    protected T Ask<T>(Func<T> work)
    {
        bool was = isWhole;
        isWhole = false;
        try
        {
            T answer = connection.Try(work);
            isWhole = was;
            return answer;
        }
        catch (StoreConflictException)
        {
            isWhole = was;
            throw;
        }
    }
}
