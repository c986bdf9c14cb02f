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
            Lot mine = new(lot.Terms with { Number = before + lot.Terms.Number, From = lot.Terms.Number }, lot.Wallet, lot.Origin, lot.Entry);
            mine.Adopt(lot);
            state.Lots.Add(mine);
        }

        state.Merged[other.Number] = before;
        foreach (KeyValuePair<string, OrderState> order in other.Orders)
            state.Orders[order.Key] = order.Value.Copy(earned => earned.Member == other.Number ? (state.Number, before + earned.Lot) : earned);
        foreach (KeyValuePair<string, RedemptionState> redemption in other.Redemptions)
        {
            if (!state.Redemptions.ContainsKey(redemption.Key))
                state.Redemptions[redemption.Key] = redemption.Value.Copy(lot => before + lot);
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
        if (!(state.Joined <= other.Joined))
            state.Joined = other.Joined ?? state.Joined;
    }

    public static void Undo(MemberState state, MemberState other, JournalEntry entry)
    {
        state.Merged.Remove(other.Number);
        foreach (string order in other.Orders.Keys)
            state.Orders.Remove(order);
        foreach (string redemption in other.Redemptions.Keys)
            state.Redemptions.Remove(redemption);
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

    private static void Count(MemberState state, in Rules.CounterKey key, long amount)
    {
        state.Counters.TryGetValue(key, out long used);
        state.Counters[key] = checked(used + amount);
    }
}
