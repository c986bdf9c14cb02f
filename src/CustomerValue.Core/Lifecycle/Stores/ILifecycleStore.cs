namespace CustomerValue.Lifecycle.Stores;

/// <summary>
/// Where the histories of stages are kept. What changed is decided by <see cref="StageBook"/>: a store is asked for what is in it and takes what has been decided,
/// all of it in one transaction or nothing. Several processes may write to one store, one after the other.
/// </summary>
public interface ILifecycleStore
{
    /// <summary>Begins to read: all that one session reads is of one moment, or later.</summary>
    ILifecycleSession Read();

    /// <summary>Begins to write, once no other session of this store writes any more. Nothing of it is there before <see cref="ILifecycleSession.Commit"/> has returned.</summary>
    ILifecycleSession Write();
}
