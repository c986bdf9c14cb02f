using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>What the entries of a member come to: nothing but their fold (see <see cref="MemberFold"/>), so it can be thrown away and made anew.</summary>
internal sealed class MemberState(long number)
{
    public long Number { get; } = number;

    public long Sequence { get; set; }

    public EntryHash Hash { get; set; }

    /// <summary>When the last entry was recorded.</summary>
    public Instant LastRecorded { get; set; } = Instant.MinValue;

    /// <summary>When the last event became known; what time alone did and a job wrote down is no event.</summary>
    public Instant LastLearned { get; set; } = Instant.MinValue;

    /// <summary>The last instant from which something that was not due by time alone counts.</summary>
    public Instant LastEffective { get; set; } = Instant.MinValue;

    /// <summary>The last instant from which anything counts, due or not.</summary>
    public Instant LastCounted { get; set; } = Instant.MinValue;

    /// <summary>When he joined, or one who was merged into him, whoever came first.</summary>
    public LocalDate? Joined { get; set; }

    /// <summary>When he joined himself.</summary>
    public LocalDate? OwnJoined { get; set; }

    /// <summary>The member that this one was merged into, or 0.</summary>
    public long MergedInto { get; set; }

    public bool IsErased { get; set; }

    /// <summary>The member who referred this one, or 0.</summary>
    public long Referrer { get; set; }

    /// <summary>The member who referred him under his own id, or 0.</summary>
    public long OwnReferrer { get; set; }

    public WalletState?[] Wallets { get; set; } = [];

    /// <summary>All lots by number − 1. Where only a part of the journal is folded, the places of lots that are not in it are empty.</summary>
    public List<Lot> Lots { get; } = [];

    public Dictionary<string, OrderState> Orders { get; } = new(StringComparer.Ordinal);

    /// <summary>How many orders are not refunded in whole.</summary>
    public int Purchases { get; private set; }

    /// <summary>The last day of one of them, or null.</summary>
    public LocalDate? LastPurchase { get; private set; }

    /// <summary>When the last order occurred, refunded or not.</summary>
    public Instant LastOrder { get; private set; } = Instant.MinValue;

    public Dictionary<(string Source, int Wallet), RedemptionState> Redemptions { get; } = [];

    public Dictionary<string, HoldState> Holds { get; } = new(StringComparer.Ordinal);

    public Dictionary<CounterKey, long> Counters { get; } = [];

    /// <summary>The civil days of events by type, in order.</summary>
    public Dictionary<string, List<LocalDate>> EventDays { get; } = new(StringComparer.Ordinal);

    public List<TierQualification> Qualifications { get; } = [];

    public List<TierAssignment> Assignments { get; } = [];

    public CouponBook Coupons { get; } = new();

    public MemberTier Tier { get; } = new();

    /// <summary>Members who were merged into this one, with the number of lots that there were before theirs.</summary>
    public Dictionary<long, Adopted> Merged { get; } = [];

    public Lot Lot(int lot) => Lots[lot - 1];

    public void Ordered(OrderState order)
    {
        bool isNew = !Orders.ContainsKey(order.Order.Id);
        Orders[order.Order.Id] = order;
        if (isNew)
            Count(order);
        else
            CountOrders();
    }

    /// <summary>Counts purchases anew, after some went or came back.</summary>
    public void CountOrders()
    {
        (Purchases, LastPurchase, LastOrder) = (0, null, Instant.MinValue);
        foreach (OrderState order in Orders.Values)
            Count(order);
    }

    /// <summary>Puts a lot in the place of its number: entries that count earlier may have come later.</summary>
    public void Place(Lot lot)
    {
        while (Lots.Count < lot.Terms.Number)
            Lots.Add(null!);
        Lots[lot.Terms.Number - 1] = lot;
    }

    /// <summary>Takes in the day of an event. Days stay in order; nearly always the new one is the last.</summary>
    public void Happened(string type, LocalDate day)
    {
        if (!EventDays.TryGetValue(type, out List<LocalDate>? days))
            EventDays[type] = days = [];
        int at = days.Count;
        while (at > 0 && days[at - 1] > day)
            at--;
        days.Insert(at, day);
    }

    private void Count(OrderState order)
    {
        LastOrder = Instant.Max(LastOrder, order.OccurredAt);
        if (order.IsRefunded)
            return;
        Purchases++;
        LastPurchase = LastPurchase > order.Day ? LastPurchase : order.Day;
    }
}
