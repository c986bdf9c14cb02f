using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Handling;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Stores;

/// <summary>Makes messages of what was decided, and of what time alone does.</summary>
internal sealed class MessageDesk(LedgerSetup setup, StoredBooks books, StoredSessions sessions)
{
    /// <summary>How many of what time alone does are told in one transaction.</summary>
    public const int Batch = 500;

    /// <summary>What was told of members' tiers, where it was asked for.</summary>
    private readonly Dictionary<long, StoredStanding?> told = [];

    /// <summary>Adds the messages of what was decided.</summary>
    public void Tell()
    {
        foreach (JournalEntry entry in books.Changes.Entries)
        {
            if (entry.Origin is not null && entry.Lots.Count > 0)
                books.Changes.Add(new LoyaltyMessage { Kind = MessageKind.PointsEarned, Member = entry.Member, Sequence = entry.Sequence, At = entry.EffectiveAt, Wallet = entry.Wallet, Units = Granted(entry), Lot = entry.Lots[0].Number });
        }

        foreach (long number in books.Changes.Moved)
            Stand(books.State(number), books.State(number).LastRecorded);
    }

    /// <summary>Tells of lots that will expire until an instant.</summary>
    /// <returns>How many.</returns>
    public int TellOfLots(Instant asOf, Instant until)
    {
        IReadOnlyList<StoredLot> lots = sessions.Now.Expiring(asOf, until, Batch);
        foreach (StoredLot lot in lots)
        {
            books.Changes.Announce(lot);
            books.Changes.Add(new LoyaltyMessage
            {
                Kind = MessageKind.PointsExpiring,
                Member = lot.Member,
                Sequence = sessions.Now.Member(lot.Member)?.Sequence ?? 0,
                At = lot.ExpiresAt!.Value,
                Wallet = lot.Wallet,
                Units = lot.Remaining,
                Lot = lot.Number,
            });
        }

        return lots.Count;
    }

    /// <summary>Tells of tiers that time alone has made others.</summary>
    /// <returns>How many members were looked at.</returns>
    public int TellOfTiers(Instant asOf)
    {
        IReadOnlyList<long> due = sessions.Now.Due(asOf, Batch);
        foreach (long number in due)
        {
            // What was told may be known here from before others told of more.
            told.Remove(number);
            Stand(books.State(number), asOf);
        }

        return due.Count;
    }

    /// <summary>Forgets what was told of members: it did not come to be, or room is needed.</summary>
    public void Forget(IEnumerable<long>? members = null)
    {
        if (members is null)
            told.Clear();
        else
        {
            foreach (long number in members)
                told.Remove(number);
        }
    }

    private void Stand(MemberState state, Instant at)
    {
        if (!told.TryGetValue(state.Number, out StoredStanding? before))
            told[state.Number] = before = sessions.Now.Standing(state.Number);
        if (Standing(state, at, before) is not { } after || after == before)
            return;
        if (after.Level != before?.Level && (before is not null || after.Level != Lowest(at)))
            books.Changes.Add(new LoyaltyMessage { Kind = MessageKind.TierChanged, Member = state.Number, Sequence = state.Sequence, At = ChangeList.Ticks(at), From = before?.Level, To = after.Level });
        books.Changes.Add(new StandingStep(before?.Level, after));
        told[state.Number] = after;
    }

    /// <summary>The tier that is to be told of, or null where there are none and were none.</summary>
    private StoredStanding? Standing(MemberState state, Instant at, StoredStanding? before)
    {
        // Who was merged into another member, or forgotten, has no tier any more that anybody must be told of.
        if (setup.Programs.Nearest(at) is not { Program.Tiers: { } tiers } program || state.MergedInto > 0 || state.IsErased)
            return before is null ? null : before with { Until = null };
        TierState now = TierDesk.StateOf(setup, books, state, program, tiers, at);
        return new(state.Number, now.Level, Until(state, tiers, now, at) is { } until ? ChangeList.Ticks(until) : null);
    }

    private string? Lowest(Instant at) => setup.Programs.Nearest(at).Program.Tiers?.Levels[0].Id;

    /// <summary>When time alone may change a tier; where it goes by what can be spent, whenever time changes that.</summary>
    private Instant? Until(MemberState state, TierScheme tiers, TierState now, Instant at)
    {
        if (tiers.Basis != TierBasis.SpendableBalance || setup.FindWallet(tiers.Wallet) is not (>= 0 and var wallet) || wallet >= state.Wallets.Length || state.Wallets[wallet] is not { } kept)
            return now.Until;
        Instant due = Settlement.SettledAt(kept, state, at).NextDue;
        return due == Instant.MaxValue || due > now.Until ? now.Until : due;
    }

    private static long Granted(JournalEntry entry)
    {
        long units = 0;
        for (int at = 0; at < entry.Postings.Count; at++)
            units += entry.Postings[at].Lot == entry.Lots[0].Number && entry.Postings[at].Units > 0 ? entry.Postings[at].Units : 0;
        return units;
    }
}
