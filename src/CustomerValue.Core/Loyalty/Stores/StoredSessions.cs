namespace CustomerValue.Loyalty.Stores;

/// <summary>Opens sessions of a store for the books, one at a time; where another writer was quicker, decides again.</summary>
internal sealed class StoredSessions(ILoyaltyStore store, int attempts)
{
    private StoredBooks? books;
    private ILoyaltySession? now;
    private object? known;

    /// <summary>What is asked and written now.</summary>
    public ILoyaltySession Now => now ?? throw new InvalidOperationException("Nothing is asked of the store outside of a session.");

    public void Bind(StoredBooks of) => books = of;

    public IDisposable Reading()
    {
        Begin(store.Read());
        return new Scope(this);
    }

    /// <summary>Decides and writes, all of it or nothing; again where another writer was quicker.</summary>
    public T Write<T>(Func<T> decide)
    {
        for (int attempt = 0; ; attempt++)
        {
            bool isDone = false;
            try
            {
                Begin(store.Write(attempt));
                T decided = decide();
                if (!books!.Changes.IsEmpty)
                {
                    now!.Write(books.Changes.All());
                    now.Commit();
                    known = now.Version;
                }

                isDone = true;
                return decided;
            }
            catch (StoreConflictException) when (attempt + 1 < attempts)
            {
                // Decided again by what is there now.
            }
            finally
            {
                // Nothing is left here but what was written.
                if (!isDone)
                    books!.DropChanged();
                End();
            }
        }
    }

    private void Begin(ILoyaltySession session)
    {
        now = session;
        object? version = session.Version;
        books!.Begin(version is not null && version.Equals(known));
        known = version;
    }

    private void End()
    {
        now?.Dispose();
        now = null;
    }

    private sealed class Scope(StoredSessions sessions) : IDisposable
    {
        public void Dispose() => sessions.End();
    }
}
