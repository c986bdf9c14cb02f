using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Tests.Stores;

/// <summary>A store that stops before the call whose turn it is (0 for none), or right after its commit, as if the process had died there. It counts commits.</summary>
internal sealed class FaultyStore(ILoyaltyStore store, int last, bool afterCommit = false) : ILoyaltyStore
{
    private int calls;
    private int commits;

    public int Commits => commits;

    /// <summary>How many entries were handed out.</summary>
    public int EntriesRead { get; private set; }

    public bool HasStopped { get; private set; }

    private bool StopsAfterCommit => afterCommit;

    public bool KeepsMessages => store.KeepsMessages;

    public ILoyaltySession Read() => new Session(this, Call(store.Read));

    public ILoyaltySession Write(int attempt) => new Session(this, Call(() => store.Write(attempt)));

    private T Call<T>(Func<T> work)
    {
        if (!afterCommit && ++calls == last)
        {
            HasStopped = true;
            throw new IOException("stopped");
        }

        return work();
    }

    private sealed class Session(FaultyStore faulty, ILoyaltySession session) : ILoyaltySession
    {
        public object? Version => session.Version;

        public long LastMember => faulty.Call(() => session.LastMember);

        public void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources) => faulty.Call(() =>
        {
            session.Expect(keys, members, sources);
            return true;
        });

        public StoredMember? Member(CustomerId id) => faulty.Call(() => session.Member(id));

        public StoredMember? Member(long number) => faulty.Call(() => session.Member(number));

        public IReadOnlyList<CustomerId> Ids() => faulty.Call(session.Ids);

        public IReadOnlyList<StoredEntry> Entries(long member, long after) => faulty.Call(() =>
        {
            IReadOnlyList<StoredEntry> entries = session.Entries(member, after);
            faulty.EntriesRead += entries.Count;
            return entries;
        });

        public StoredAnswer? Answer(string key) => faulty.Call(() => session.Answer(key));

        public bool Has(StoredSource source) => faulty.Call(() => session.Has(source));

        public long Used(CounterKey counter) => faulty.Call(() => session.Used(counter));

        public byte[]? Profile(long member) => faulty.Call(() => session.Profile(member));

        public IReadOnlyList<StoredLot> Lots(long member) => faulty.Call(() => session.Lots(member));

        public StoredSnapshot? Snapshot(long member) => faulty.Call(() => session.Snapshot(member));

        public StoredStanding? Standing(long member) => faulty.Call(() => session.Standing(member));

        public IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count) => faulty.Call(() => session.Expiring(after, until, count));

        public IReadOnlyList<long> Due(Instant until, int count) => faulty.Call(() => session.Due(until, count));

        public LedgerFault? Check(long member) => faulty.Call(() => session.Check(member));

        public void Write(LedgerChanges changes) => faulty.Call(() =>
        {
            session.Write(changes);
            return true;
        });

        public void Commit()
        {
            faulty.Call(() =>
            {
                session.Commit();
                Interlocked.Increment(ref faulty.commits);
                return true;
            });
            if (!faulty.StopsAfterCommit)
                return;
            faulty.HasStopped = true;
            throw new IOException("stopped");
        }

        public void Dispose() => session.Dispose();
    }
}
