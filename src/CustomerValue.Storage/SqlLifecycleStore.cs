using CustomerValue.Lifecycle.Stores;

namespace CustomerValue.Storage;

/// <summary>The histories of stages in a database.</summary>
/// <param name="begin">Begins a session, to write or to read.</param>
internal sealed class SqlLifecycleStore(Func<bool, SqlStageSession> begin) : ILifecycleStore
{
    public ILifecycleSession Read() => begin(false);

    public ILifecycleSession Write() => begin(true);
}
