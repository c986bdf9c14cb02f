using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Stores;

/// <summary>One transaction of a store. Disposing of it without <see cref="Commit"/> leaves nothing. Not safe for several threads.</summary>
public interface ILoyaltySession : IDisposable
{
    /// <summary>
    /// Something that equals what an earlier session of this store had after its commit only where nothing was written in between by anybody, so that what
    /// was known then still holds; null where the store can't tell.
    /// </summary>
    object? Version { get; }

    /// <summary>Tells what will be asked for soon, so that a store that is far away can fetch it in one go. It need not do anything.</summary>
    void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources);

    /// <summary>The highest number of a member, 0 for none. Numbers have no gaps.</summary>
    long LastMember { get; }

    /// <summary>The member of an id, or null where nobody has it.</summary>
    StoredMember? Member(CustomerId id);

    /// <summary>The member of a number, or null where there is none; with the default id, where he was erased.</summary>
    StoredMember? Member(long number);

    /// <summary>The ids of all members in the order of their numbers, without those who were erased.</summary>
    IReadOnlyList<CustomerId> Ids();

    /// <summary>A member's entries after a sequence, in their order.</summary>
    IReadOnlyList<StoredEntry> Entries(long member, long after);

    /// <summary>The answer that a key got, or null.</summary>
    StoredAnswer? Answer(string key);

    /// <summary>Whether a source was rewarded before.</summary>
    bool Has(StoredSource source);

    /// <summary>What all members together have used of a cap or budget; 0 where nobody has.</summary>
    long Used(CounterKey counter);

    /// <summary>What is known of a member as a person, as it was given to the store, or null.</summary>
    byte[]? Profile(long member);

    /// <summary>A member's lots as they were written last, by number.</summary>
    IReadOnlyList<StoredLot> Lots(long member);

    /// <summary>The last snapshot of a member, or null: a store need not keep any.</summary>
    StoredSnapshot? Snapshot(long member);

    /// <summary>The tier of a member that was told of last, or null. Asked only where messages are kept, as are the next two.</summary>
    StoredStanding? Standing(long member);

    /// <summary>Lots with something left that expire after an instant and not after another, and of which that was not told yet; the first ones to expire, at most so many.</summary>
    IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count);

    /// <summary>Members whose standing lasts until an instant or less; at most so many.</summary>
    IReadOnlyList<long> Due(Instant until, int count);

    /// <summary>Checks by itself what is stored of a member: that every entry has its hash and follows the one before, and that whatever is stored beside an entry's content says what the content says.</summary>
    /// <returns>The first bad entry, or null where all is right.</returns>
    LedgerFault? Check(long member);

    /// <summary>Takes in what was decided. Keys come first, so that of two who answer the same key one fails before anything else is done.</summary>
    /// <exception cref="StoreConflictException">What was decided rests on something that has changed since it was read: a key, a source or an id that is there, or a member or counter that is not as it was before.</exception>
    void Write(LedgerChanges changes);

    /// <summary>Makes what was written last. What another writer has changed since it was read may show only here.</summary>
    /// <exception cref="StoreConflictException">Another writer was quicker; nothing was written.</exception>
    void Commit();
}
