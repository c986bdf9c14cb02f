using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>What rules may ask about a member, answered from his state before the event.</summary>
internal sealed class LedgerMemberFacts(MemberState state, MemberProfile profile, int tierRank, Instant occurred) : IMemberFacts
{
    public LocalDate? Joined => state.Joined;

    public MemberProfile Profile => profile;

    public int TierRank => tierRank;

    /// <summary>What came late finds orders after it, which did not count then.</summary>
    public int Purchases => state.LastOrder < occurred ? state.Purchases : state.Orders.Values.Count(order => order.OccurredAt < occurred && !order.IsRefunded);

    public LocalDate? LastPurchase
    {
        get
        {
            if (state.LastOrder < occurred)
                return state.LastPurchase;
            LocalDate? last = null;
            foreach (OrderState order in state.Orders.Values)
            {
                if (order.OccurredAt < occurred && !order.IsRefunded && !(order.Day < last))
                    last = order.Day;
            }

            return last;
        }
    }

    public int EventsBetween(string type, LocalDate from, LocalDate to)
    {
        if (!state.EventDays.TryGetValue(type, out List<LocalDate>? days))
            return 0;
        return First(days, to) - First(days, from);
    }

    /// <summary>How many days lie before a day.</summary>
    private static int First(List<LocalDate> days, LocalDate day)
    {
        int low = 0;
        for (int high = days.Count; low < high;)
        {
            int middle = (low + high) / 2;
            if (days[middle] < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
