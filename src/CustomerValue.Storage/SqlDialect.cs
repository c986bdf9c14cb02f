using System.Data.Common;

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

    public abstract DbConnection Connect();

    public abstract DbTransaction Begin(DbConnection connection, bool isWriting);

    /// <summary>The name of a parameter, from 1.</summary>
    public abstract string Parameter(int number);

    /// <summary>Whether several statements go over in one message.</summary>
    public abstract bool IsRemote { get; }

    /// <summary>Whether another writer was quicker.</summary>
    public abstract bool IsConflict(DbException error);

    /// <summary>What changes when another connection has written; 0 where it can't be told.</summary>
    public abstract long DataVersion(StoreConnection connection);

    /// <summary>The statement that tells whether a table is there; its parameter is the name.</summary>
    public abstract string FindTable { get; }

    /// <summary>Called where another writer was quicker, before the next try.</summary>
    public abstract void Pause(int attempt);
}
