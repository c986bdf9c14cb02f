using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>A store to which things happen by a seed: it stops at any call, stops after a commit that nobody hears of, is busy, or loses against another writer at the end.</summary>
internal sealed class ChaosStore(ILoyaltyStore store, Random random) : ILoyaltyStore
{
    /// <summary>Of 1,000 calls so many go wrong.</summary>
    public int Trouble { get; set; }

    /// <summary>Whether a commit was made since this was set to false.</summary>
    public bool HasCommitted { get; set; }

    public bool KeepsMessages => store.KeepsMessages;

    public ILoyaltySession Read() => new Session(this, Call(store.Read));

    public ILoyaltySession Write(int attempt) => new Session(this, Call(() => Strikes(Trouble) ? throw new StoreConflictException("busy") : store.Write(attempt)));

    private bool Strikes(int in1000) => random.Next(1000) < in1000;

    private T Call<T>(Func<T> work) => Strikes(Trouble) ? throw new IOException("stopped before a call") : work();

    private sealed class Session(ChaosStore chaos, ILoyaltySession session) : ILoyaltySession
    {
        public object? Version => session.Version;

        public long LastMember => chaos.Call(() => session.LastMember);

        public void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources) => chaos.Call(() =>
        {
            session.Expect(keys, members, sources);
            return true;
        });

        public StoredMember? Member(CustomerId id) => chaos.Call(() => session.Member(id));

        public StoredMember? Member(long number) => chaos.Call(() => session.Member(number));

        public IReadOnlyList<CustomerId> Ids() => chaos.Call(session.Ids);

        public IReadOnlyList<StoredEntry> Entries(long member, long after) => chaos.Call(() => session.Entries(member, after));

        public StoredAnswer? Answer(string key) => chaos.Call(() => session.Answer(key));

        public bool Has(StoredSource source) => chaos.Call(() => session.Has(source));

        public long Used(CounterKey counter) => chaos.Call(() => session.Used(counter));

        public byte[]? Profile(long member) => chaos.Call(() => session.Profile(member));

        public IReadOnlyList<StoredLot> Lots(long member) => chaos.Call(() => session.Lots(member));

        public StoredSnapshot? Snapshot(long member) => chaos.Call(() => session.Snapshot(member));

        public StoredStanding? Standing(long member) => chaos.Call(() => session.Standing(member));

        public IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count) => chaos.Call(() => session.Expiring(after, until, count));

        public IReadOnlyList<long> Due(Instant until, int count) => chaos.Call(() => session.Due(until, count));

        public LedgerFault? Check(long member) => chaos.Call(() => session.Check(member));

        public void Write(LedgerChanges changes) => chaos.Call(() =>
        {
            session.Write(changes);
            return true;
        });

        public void Commit()
        {
            if (chaos.Strikes(chaos.Trouble * 3))
                throw new IOException("stopped before the commit");
            if (chaos.Strikes(chaos.Trouble * 3))
                throw new StoreConflictException("40001");
            session.Commit();
            chaos.HasCommitted = true;
            if (chaos.Strikes(chaos.Trouble * 3))
                throw new IOException("stopped after the commit");
        }

        public void Dispose() => session.Dispose();
    }
}
