using CustomerValue.Loyalty.Ledger;

namespace CustomerValue.Loyalty.Stores;

/// <summary>What was decided: all of it is written in one transaction, or nothing.</summary>
public sealed class LedgerChanges
{
    /// <summary>Answers to keys that had none, in the order of keys.</summary>
    public required IReadOnlyList<StoredAnswer> Answers { get; init; }

    /// <summary>Sources that were not rewarded before.</summary>
    public required IReadOnlyList<StoredSource> Sources { get; init; }

    /// <summary>Members whom nobody knew before, by number; their journals begin with <see cref="Entries"/>.</summary>
    public required IReadOnlyList<StoredMember> Joined { get; init; }

    /// <summary>Members who were there and whose journals go on, by number: who writes to several takes them in this order.</summary>
    public required IReadOnlyList<MemberStep> Members { get; init; }

    /// <summary>Counters that all members share, in an order of their own.</summary>
    public required IReadOnlyList<CounterStep> Counters { get; init; }

    /// <summary>New entries in the order in which they were made.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    /// <summary>The same entries as they are kept.</summary>
    public required IReadOnlyList<StoredEntry> Contents { get; init; }

    /// <summary>Lots that the entries make or move, as they are afterwards, by member and number.</summary>
    public required IReadOnlyList<StoredLot> Lots { get; init; }

    /// <summary>What is known of members as persons, in place of what was known.</summary>
    public required IReadOnlyList<StoredProfile> Profiles { get; init; }

    /// <summary>Members who are to be forgotten: their ids lead nowhere, and what is known of them as persons is destroyed.</summary>
    public required IReadOnlyList<long> Forgotten { get; init; }

    /// <summary>Snapshots in place of those before; a store need not keep them.</summary>
    public required IReadOnlyList<StoredSnapshot> Snapshots { get; init; }

    /// <summary>What is to be told to others, in the order in which it came to be; empty unless <see cref="ILoyaltyStore.KeepsMessages"/>.</summary>
    public required IReadOnlyList<LoyaltyMessage> Messages { get; init; }

    /// <summary>Tiers that were told of, by member: one that was told of otherwise in between is a conflict.</summary>
    public required IReadOnlyList<StandingStep> Standings { get; init; }

    /// <summary>Lots of which it was told that they will expire, so that it is told once; by member and number.</summary>
    public required IReadOnlyList<StoredLot> Announced { get; init; }
}
