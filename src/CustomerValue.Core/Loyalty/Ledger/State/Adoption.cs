using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>What a member takes over from another one who turned out to be the same: his lots (spent ones too, since refunds ask for them), orders, redemptions, counters and qualification. Points themselves come by postings.</summary>
internal static class Adoption
{
    public static void Do(MemberState state, MemberState other, JournalEntry entry)
    {
        int before = state.Lots.Count;
        foreach (Lot lot in other.Lots)
        {
            Lot mine = new(lot.Terms with { Number = before + lot.Terms.Number, From = lot.Terms.Number }, lot.Wallet, lot.Made);
            mine.Adopt(lot);
            state.Place(mine);
        }

        state.Merged[other.Number] = new(before, other.Joined, other.Referrer);
        foreach (KeyValuePair<string, OrderState> order in other.Orders)
            state.Orders[order.Key] = order.Value.Copy(earned => earned.Member == other.Number ? (state.Number, before + earned.Lot) : earned);
        state.CountOrders();
        foreach (KeyValuePair<(string Source, int Wallet), RedemptionState> redemption in other.Redemptions)
        {
            RedemptionState theirs = redemption.Value.Copy(lot => before + lot);
            if (state.Redemptions.TryGetValue(redemption.Key, out RedemptionState? mine))
                mine.Add(theirs);
            else
                state.Redemptions[redemption.Key] = theirs;
        }

        foreach (KeyValuePair<Rules.CounterKey, long> counter in other.Counters)
            Count(state, counter.Key, counter.Value);
        foreach (KeyValuePair<string, List<LocalDate>> days in other.EventDays)
        {
            foreach (LocalDate day in days.Value)
                state.Happened(days.Key, day);
        }

        // What the other one qualified for counts here from now on.
        foreach (Tiers.TierQualification qualification in other.Qualifications)
            state.Qualifications.Add(qualification with { KnownAt = Instant.Max(qualification.KnownAt, entry.RecordedAt) });
        state.Assignments.AddRange(other.Assignments);
        state.Coupons.Adopt(other.Coupons);
        Persons(state);
    }

    public static void Undo(MemberState state, MemberState other, JournalEntry entry)
    {
        int before = state.Merged[other.Number].LotsBefore;
        state.Merged.Remove(other.Number);
        Persons(state);
        foreach (string order in other.Orders.Keys)
            state.Orders.Remove(order);
        state.CountOrders();
        foreach (KeyValuePair<(string Source, int Wallet), RedemptionState> redemption in other.Redemptions)
        {
            RedemptionState mine = state.Redemptions[redemption.Key];
            mine.Remove(redemption.Value, before, before + other.Lots.Count);
            if (mine.Total == 0)
                state.Redemptions.Remove(redemption.Key);
        }

        foreach (KeyValuePair<Rules.CounterKey, long> counter in other.Counters)
            Count(state, counter.Key, -counter.Value);
        foreach (KeyValuePair<string, List<LocalDate>> days in other.EventDays)
        {
            foreach (LocalDate day in days.Value)
                state.EventDays[days.Key].Remove(day);
        }

        foreach (Tiers.TierQualification qualification in other.Qualifications)
            state.Qualifications.Add(new(qualification.OccurredAt, entry.RecordedAt, -qualification.Amount));
        state.Coupons.Return(other.Coupons);
        foreach (Tiers.TierAssignment assignment in other.Assignments)
            state.Assignments.Remove(assignment);
    }

    /// <summary>He joined when the first of them did, and was referred if one of them was.</summary>
    private static void Persons(MemberState state)
    {
        (state.Joined, state.Referrer) = (state.OwnJoined, state.OwnReferrer);
        foreach (Adopted adopted in state.Merged.Values)
        {
            if (!(state.Joined <= adopted.Joined))
                state.Joined = adopted.Joined ?? state.Joined;
            if (state.Referrer == 0)
                state.Referrer = adopted.Referrer;
        }
    }

    private static void Count(MemberState state, in Rules.CounterKey key, long amount)
    {
        state.Counters.TryGetValue(key, out long used);
        state.Counters[key] = checked(used + amount);
    }
}
