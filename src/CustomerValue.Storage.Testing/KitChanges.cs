using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage.Testing;

/// <summary>Makes changes that no ledger would make.</summary>
internal static class KitChanges
{
    private static readonly LedgerChanges None = new()
    {
        Answers = [],
        Sources = [],
        Joined = [],
        Members = [],
        Counters = [],
        Entries = [],
        Contents = [],
        Lots = [],
        Profiles = [],
        Forgotten = [],
        Snapshots = [],
        Messages = [],
        Standings = [],
        Announced = [],
    };

    /// <summary>Changes as others are, but for what is given.</summary>
    /// <param name="others">The others; nothing where it is null.</param>
    /// <param name="answers">Other answers.</param>
    /// <param name="sources">Other sources.</param>
    /// <param name="joined">Other new members.</param>
    /// <param name="members">Other steps of members.</param>
    /// <param name="counters">Other steps of counters.</param>
    /// <param name="standings">Other standings.</param>
    /// <param name="lots">Other lots.</param>
    /// <param name="profiles">Other profiles.</param>
    /// <param name="forgotten">Others who are forgotten.</param>
    /// <param name="messages">Other messages.</param>
    /// <param name="announced">Other lots that are told of.</param>
    public static LedgerChanges Of(
        LedgerChanges? others = null,
        IReadOnlyList<StoredAnswer>? answers = null,
        IReadOnlyList<StoredSource>? sources = null,
        IReadOnlyList<StoredMember>? joined = null,
        IReadOnlyList<MemberStep>? members = null,
        IReadOnlyList<CounterStep>? counters = null,
        IReadOnlyList<StandingStep>? standings = null,
        IReadOnlyList<StoredLot>? lots = null,
        IReadOnlyList<StoredProfile>? profiles = null,
        IReadOnlyList<long>? forgotten = null,
        IReadOnlyList<LoyaltyMessage>? messages = null,
        IReadOnlyList<StoredLot>? announced = null)
    {
        others ??= None;
        return new()
        {
            Answers = answers ?? others.Answers,
            Sources = sources ?? others.Sources,
            Joined = joined ?? others.Joined,
            Members = members ?? others.Members,
            Counters = counters ?? others.Counters,
            Entries = others.Entries,
            Contents = others.Contents,
            Lots = lots ?? others.Lots,
            Profiles = profiles ?? others.Profiles,
            Forgotten = forgotten ?? others.Forgotten,
            Snapshots = others.Snapshots,
            Messages = messages ?? others.Messages,
            Standings = standings ?? others.Standings,
            Announced = announced ?? others.Announced,
        };
    }
}
