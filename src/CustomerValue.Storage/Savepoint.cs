namespace CustomerValue.Storage;

/// <summary>A part of a host's transaction: given up by itself where it is not released, kept only with the whole.</summary>
internal sealed class Savepoint : IDisposable
{
    private const string Name = "customer_value";
    private readonly StoreConnection connection;
    private bool isOpen = true;

    public Savepoint(StoreConnection connection)
    {
        this.connection = connection;
        connection.Run("SAVEPOINT " + Name);
    }

    public void Release()
    {
        isOpen = false;
        connection.Run("RELEASE SAVEPOINT " + Name);
    }

    public void Dispose()
    {
        if (!isOpen)
            return;
        isOpen = false;
        connection.Run("ROLLBACK TO SAVEPOINT " + Name);
        connection.Run("RELEASE SAVEPOINT " + Name);
    }
}
