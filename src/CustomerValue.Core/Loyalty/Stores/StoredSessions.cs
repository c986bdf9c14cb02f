using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Handling;

namespace CustomerValue.Loyalty.Stores;

/// <summary>Opens sessions of a store for the books, one at a time; where another writer was quicker, decides again.</summary>
internal sealed class StoredSessions(ILoyaltyStore store, int attempts)
{
    private StoredBooks? books;
    private MessageDesk? messages;
    private ILoyaltySession? now;
    private object? known;

    /// <summary>What is asked and written now.</summary>
    public ILoyaltySession Now => now ?? throw new InvalidOperationException("Nothing is asked of the store outside of a session.");

    /// <summary>Makes messages, where the store keeps them.</summary>
    public MessageDesk? Messages => messages;

    public void Bind(StoredBooks of, LedgerSetup setup)
    {
        books = of;
        messages = store.KeepsMessages ? new MessageDesk(setup, of, this) : null;
    }

    public IDisposable Reading()
    {
        Begin(store.Read(), false);
        return new Scope(this);
    }

    /// <summary>
    /// Decides and writes, all of it or nothing; again where another writer was quicker. One event is decided at first by what is known here, where the store
    /// can't tell whether that holds: it refuses what is written where it does not, and asking would double the way.
    /// </summary>
    /// <param name="decide">Decides.</param>
    /// <param name="expected">What it is about, where that is known.</param>
    public T Write<T>(Func<T> decide, IReadOnlyList<LoyaltyEvent>? expected = null)
    {
        bool mayAssume = expected is { Count: 1 };
        for (int attempt = 0; ; attempt++)
        {
            bool isDone = false;
            try
            {
                bool assumes = Begin(store.Write(attempt), mayAssume);
                mayAssume = false;
                if (expected is not null && !assumes)
                    Expect(expected);
                T decided = decide();
                if (assumes && !books!.WasRightToAssume)
                {
                    attempt--;
                    continue;
                }

                if (!books!.Changes.IsEmpty)
                {
                    messages?.Tell();
                    LedgerChanges all = books.Changes.All();
                    now!.Write(all);
                    now.Commit();
                    books.Wrote(all);
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

    private bool Begin(ILoyaltySession session, bool mayAssume)
    {
        now = session;
        object? version = session.Version;
        bool assumes = mayAssume && version is null;
        books!.Begin(version is not null && version.Equals(known), assumes);
        known = version;
        return assumes;
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
