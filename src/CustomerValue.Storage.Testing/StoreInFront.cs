using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage.Testing;

/// <summary>A store before another one, through which every call goes.</summary>
internal abstract class StoreInFront(ILoyaltyStore store) : ILoyaltyStore
{
    public virtual bool KeepsMessages => store.KeepsMessages;

    public ILoyaltySession Read() => Before(Call(store.Read));

    public ILoyaltySession Write(int attempt) => Before(Begin(() => store.Write(attempt)));

    /// <summary>Every call to the store but the commit goes through here.</summary>
    public virtual T Call<T>(Func<T> work) => work();

    public virtual void Commit(ILoyaltySession session) => session.Commit();

    /// <summary>The beginning of a session that may write.</summary>
    protected virtual ILoyaltySession Begin(Func<ILoyaltySession> begin) => Call(begin);

    protected virtual ILoyaltySession Before(ILoyaltySession session) => new SessionInFront(this, session);
}
