namespace CustomerValue.Loyalty.Stores;

/// <summary>
/// Where a ledger keeps what it must not lose. Deciding stays with <see cref="Ledger.LoyaltyLedger"/>: a store is asked for what is in it and takes what has been
/// decided, all of it in one transaction or nothing. Several ledgers, in several processes, may write to one store.
/// </summary>
public interface ILoyaltyStore
{
    /// <summary>Whether what others may want to know is written with each command (<see cref="LedgerChanges.Messages"/>).</summary>
    bool KeepsMessages { get; }

    /// <summary>Begins to read: all that one session reads is of one moment, or later.</summary>
    ILoyaltySession Read();

    /// <summary>Begins to write: one session is one transaction of the store. Nothing of it is there before <see cref="ILoyaltySession.Commit"/> has returned.</summary>
    /// <param name="attempt">0 at first, then how often another writer was quicker; the store may wait a little longer each time.</param>
    /// <exception cref="StoreConflictException">Another writer did not let this one begin in time.</exception>
    ILoyaltySession Write(int attempt);
}
