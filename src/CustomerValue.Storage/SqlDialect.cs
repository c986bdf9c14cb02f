using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>In what databases differ.</summary>
internal abstract class SqlDialect
{
    /// <summary>The folder of its schema.</summary>
    public abstract string Name { get; }

    /// <summary>What stands before the names of tables.</summary>
    public abstract string Prefix { get; }

    /// <summary>What stands before the names of indexes.</summary>
    public abstract string IndexPrefix { get; }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="StoreException">There is nothing to connect to.</exception>
    public DbConnection Connect()
    {
        try
        {
            return Open();
        }
        catch (DbException error)
        {
            throw new StoreException(Explain(error), error);
        }
    }

    protected abstract DbConnection Open();

    /// <summary>Begins a transaction; null where what is written is one by itself.</summary>
    public abstract DbTransaction? Begin(DbConnection connection, bool isWriting);

    /// <summary>What asks for the last member's number where new ones are to follow; in a transaction from then on, if there was none.</summary>
    public abstract string ToJoin(StoreConnection connection, SqlText sql);

    /// <summary>Asks for what will be needed soon.</summary>
    public abstract Fetched Fetch(StoreConnection connection, SqlText sql, IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources);

    /// <summary>Writes what was decided, in the transaction that was begun or as one.</summary>
    public abstract bool Write(StoreConnection connection, SqlText sql, LedgerChanges changes);

    /// <summary>Lets no other session record stages until the transaction ends, which begins now if there was none.</summary>
    public abstract void RecordAlone(StoreConnection connection, StageText sql);

    /// <summary>Writes what a run says of customers, many rows at a time.</summary>
    public abstract void WriteStages(StoreConnection connection, StageText sql, IEnumerable<StoredStage> stages);

    /// <summary>The same for customers.</summary>
    public abstract void WriteCustomers(StoreConnection connection, StageText sql, IReadOnlyList<StoredCustomer> customers);

    /// <summary>The name of a parameter, from 1.</summary>
    public abstract string Parameter(int number);

    /// <summary>Whether it is in another process, so that each question is a way there and back.</summary>
    public abstract bool IsRemote { get; }

    /// <summary>Whether another writer was quicker.</summary>
    public abstract bool IsConflict(DbException error);

    /// <summary>What is wrong where it is nothing of that kind, and what to do.</summary>
    public abstract string Explain(DbException error);

    /// <summary>What changes when another connection has written; 0 where it can't be told.</summary>
    public abstract long DataVersion(StoreConnection connection);

    /// <summary>The statement that tells whether a table is there; its parameter is the name.</summary>
    public abstract string FindTable { get; }

    /// <summary>Called where another writer was quicker, before the next try.</summary>
    public abstract void Pause(int attempt);
}
