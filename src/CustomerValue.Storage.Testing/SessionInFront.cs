using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

/// <summary>A session before another one.</summary>
internal class SessionInFront(StoreInFront front, ILoyaltySession session) : ILoyaltySession
{
    public virtual object? Version => session.Version;

    public virtual long LastMember => front.Call(() => session.LastMember);

    public virtual void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources) => front.Call(() =>
    {
        session.Expect(keys, members, sources);
        return true;
    });

    public virtual StoredMember? Member(CustomerId id) => front.Call(() => session.Member(id));

    public virtual StoredMember? Member(long number) => front.Call(() => session.Member(number));

    public virtual IReadOnlyList<CustomerId> Ids() => front.Call(session.Ids);

    public virtual IReadOnlyList<StoredEntry> Entries(long member, long after) => front.Call(() => session.Entries(member, after));

    public virtual StoredAnswer? Answer(string key) => front.Call(() => session.Answer(key));

    public virtual bool Has(StoredSource source) => front.Call(() => session.Has(source));

    public virtual long Used(CounterKey counter) => front.Call(() => session.Used(counter));

    public virtual byte[]? Profile(long member) => front.Call(() => session.Profile(member));

    public virtual IReadOnlyList<StoredLot> Lots(long member) => front.Call(() => session.Lots(member));

    public virtual StoredSnapshot? Snapshot(long member) => front.Call(() => session.Snapshot(member));

    public virtual StoredStanding? Standing(long member) => front.Call(() => session.Standing(member));

    public virtual IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count) => front.Call(() => session.Expiring(after, until, count));

    public virtual IReadOnlyList<long> Due(Instant until, int count) => front.Call(() => session.Due(until, count));

    public virtual LedgerFault? Check(long member) => front.Call(() => session.Check(member));

    public virtual void Write(LedgerChanges changes) => front.Call(() =>
    {
        session.Write(changes);
        return true;
    });

    public virtual void Commit() => front.Commit(session);

    public virtual void Dispose() => session.Dispose();
}
