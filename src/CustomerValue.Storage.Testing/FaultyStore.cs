using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage.Testing;

/// <summary>A store that stops before the call whose turn it is (0 for none), or right after its commit, as if the process had died there. It counts commits.</summary>
internal sealed class FaultyStore(ILoyaltyStore store, int last, bool afterCommit = false) : StoreInFront(store)
{
    private int calls;
    private int commits;
    private int entriesRead;

    public int Commits => commits;

    /// <summary>How many entries were handed out.</summary>
    public int EntriesRead => entriesRead;

    public bool HasStopped { get; private set; }

    public override T Call<T>(Func<T> work)
    {
        if (!afterCommit && ++calls == last)
            Stop();
        T answer = work();
        if (answer is IReadOnlyList<StoredEntry> entries)
            Interlocked.Add(ref entriesRead, entries.Count);
        return answer;
    }

    public override void Commit(ILoyaltySession session)
    {
        if (!afterCommit && ++calls == last)
            Stop();
        session.Commit();
        Interlocked.Increment(ref commits);
        if (afterCommit)
            Stop();
    }

    private void Stop()
    {
        HasStopped = true;
        throw new IOException("stopped");
    }
}
