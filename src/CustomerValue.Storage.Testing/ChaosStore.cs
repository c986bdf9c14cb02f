using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage.Testing;

/// <summary>A store to which things happen by a seed: it stops at any call, stops after a commit that nobody hears of, is busy, or loses against another writer at the end.</summary>
internal sealed class ChaosStore(ILoyaltyStore store, Random random) : StoreInFront(store)
{
    /// <summary>Of 1,000 calls so many go wrong.</summary>
    public int Trouble { get; set; }

    /// <summary>Whether a commit was made since this was set to false.</summary>
    public bool HasCommitted { get; set; }

    public override T Call<T>(Func<T> work) => Strikes(Trouble) ? throw new IOException("stopped before a call") : work();

    public override void Commit(ILoyaltySession session)
    {
        if (Strikes(Trouble * 3))
            throw new IOException("stopped before the commit");
        if (Strikes(Trouble * 3))
            throw new StoreConflictException("40001");
        session.Commit();
        HasCommitted = true;
        if (Strikes(Trouble * 3))
            throw new IOException("stopped after the commit");
    }

    protected override ILoyaltySession Begin(Func<ILoyaltySession> begin) => Strikes(Trouble) ? throw new StoreConflictException("busy") : Call(begin);

    private bool Strikes(int in1000) => random.Next(1000) < in1000;
}
