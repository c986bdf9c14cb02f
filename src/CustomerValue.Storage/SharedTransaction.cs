using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>A store whose sessions are parts of a transaction of the host: each is a savepoint, and the host commits.</summary>
internal sealed class SharedTransaction(SqlDialect dialect, SqlText sql, StoreConnection connection, bool keepsMessages) : ILoyaltyStore
{
    public bool KeepsMessages => keepsMessages;

    public ILoyaltySession Read() => Write(0);

    public ILoyaltySession Write(int attempt) => new SqlSession(dialect, sql, connection);
}
