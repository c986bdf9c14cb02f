using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Handling;

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
    /// <param name="decide">Decides.</param>
    /// <param name="expected">What it is about, where that is known.</param>
    public T Write<T>(Func<T> decide, IReadOnlyList<LoyaltyEvent>? expected = null)
    {
        for (int attempt = 0; ; attempt++)
        {
            bool isDone = false;
            try
            {
                Begin(store.Write(attempt));
                if (expected is not null)
                    Expect(expected);
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

    private void Expect(IReadOnlyList<LoyaltyEvent> happened)
    {
        List<StoredSource> sources = [];
        foreach (LoyaltyEvent each in happened)
        {
            if (EventDesk.Source(each) is { } source)
                sources.Add(new(source.Type, source.Source, source.Rule));
        }

        // What is not well formed is refused later, where it is said why.
        now!.Expect([.. happened.Select(each => each.Key).Where(CustomerId.IsValid).Distinct()], [.. happened.Select(each => each.Member).Where(id => id != default).Distinct()], sources);
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
