using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>Follows every lot through the journals until an instant, and on to what is due by then and not written down.</summary>
internal sealed class LotTracker(LedgerSetup setup, LedgerBooks books, Instant asOf)
{
    private readonly Dictionary<long, List<LotTrack>> lots = [];
    private readonly List<LotHistory> all = [];

    public IReadOnlyList<LotHistory> Of(string wallet)
    {
        for (long member = 1; member <= books.MemberCount; member++)
            Follow(member);
        // The history of a lot is complete only when every member was followed who ever had it.
        for (long member = 1; member <= books.MemberCount; member++)
        {
            foreach (LotTrack track in lots[member].Where(track => track.Wallet == wallet && track.Owner == member && track.HasMoves))
                all.Add(track.Of(TierAt(member, track.EarnedAt)));
        }

        return all;
    }

    private List<LotTrack> Follow(long member)
    {
        if (lots.TryGetValue(member, out List<LotTrack>? known))
            return known;
        List<LotTrack> mine = lots[member] = [];
        MemberState state = new(member);
        foreach (JournalEntry entry in books.JournalOf(member))
        {
            if (entry.Kind == EntryKind.Merge)
                mine.AddRange(Follow(((MemberDetail)entry.Detail!).Member));
            foreach (LotTerms terms in entry.Lots)
                mine.Add(new(member, terms, entry.Origin, entry.Wallet));
            if (entry.EffectiveAt > asOf)
            {
                books.Fold.Skip(state, entry);
                continue;
            }

            Move(mine, entry.Postings, entry.EffectiveAt);
            books.Fold.Apply(state, entry);
        }

        foreach (WalletState? wallet in state.Wallets)
        {
            if (wallet is not null)
                Settlement.Settle(wallet, asOf, state.Lot, (postings, at) => Move(mine, postings, at));
        }

        return mine;
    }

    private static void Move(List<LotTrack> mine, IReadOnlyList<Posting> postings, Instant at)
    {
        for (int first = 0; first < postings.Count; first++)
        {
            int lot = postings[first].Lot;
            if (lot == 0 || IsKnown(postings, first))
                continue;
            long outstanding = 0;
            long redeemed = 0;
            long expired = 0;
            for (int each = first; each < postings.Count; each++)
            {
                if (postings[each].Lot != lot)
                    continue;
                switch (postings[each].Account)
                {
                    case LedgerAccount.Pending or LedgerAccount.Available or LedgerAccount.Held: outstanding += postings[each].Units; break;
                    case LedgerAccount.Redeemed: redeemed += postings[each].Units; break;
                    case LedgerAccount.Expired: expired += postings[each].Units; break;
                }
            }

            mine[lot - 1].Add(at, outstanding, redeemed, expired);
        }
    }

    private static bool IsKnown(IReadOnlyList<Posting> postings, int at)
    {
        for (int before = 0; before < at; before++)
        {
            if (postings[before].Lot == postings[at].Lot)
                return true;
        }

        return false;
    }

    private string? TierAt(long member, Instant at)
    {
        CompiledProgram program = setup.Programs.Nearest(at);
        MemberState state = books.State(member);
        return program.Program.Tiers is { } tiers ? TierMachine.At(tiers, program.Calendar, state.Joined, state.Qualifications, state.Assignments, 0, at).Level : null;
    }
}
