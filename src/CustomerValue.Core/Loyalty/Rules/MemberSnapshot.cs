using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Rules;

/// <summary>A member as he stands just before an event, written down: for asking what a programme would do without a ledger.</summary>
public sealed record MemberSnapshot
{
    /// <summary>The member.</summary>
    public required CustomerId Member { get; init; }

    /// <summary>The civil day of joining, or null where it is not known.</summary>
    public LocalDate? Joined { get; init; }

    /// <summary>What is known of the person.</summary>
    public MemberProfile Profile { get; init; } = MemberProfile.Unknown;

    /// <summary>The tier's id; null for the lowest one.</summary>
    public string? Tier { get; init; }

    /// <summary>Orders before, without those that were refunded in full.</summary>
    public int Purchases { get; init; }

    /// <summary>The civil day of the last of them, or null.</summary>
    public LocalDate? LastPurchase { get; init; }

    /// <summary>The civil days of events before, by type: each day as often as the event happened on it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LocalDate>> Events { get; init; } = new Dictionary<string, IReadOnlyList<LocalDate>>();

    /// <summary>How often rules with a limit paid in the limit's current period, by the rule's id.</summary>
    public IReadOnlyDictionary<string, int> Times { get; init; } = new Dictionary<string, int>();

    /// <summary>How many points of the member's caps are used in their current period, by their ids; a cap inside a rule has the rule's id.</summary>
    public IReadOnlyDictionary<string, decimal> Used { get; init; } = new Dictionary<string, decimal>();

    /// <summary>How many points of budgets over all members are used in their current period, by their ids; a budget inside a rule has the rule's id.</summary>
    public IReadOnlyDictionary<string, decimal> Budgets { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Of a referral: the one who referred, or null.</summary>
    public MemberSnapshot? Referrer { get; init; }

    /// <summary>Of a referral: the eligible amount of this member's first order, or null where there is none.</summary>
    public Money? FirstOrder { get; init; }

    /// <summary>Of a referral: whether the one who refers was referred by this member, directly or through others.</summary>
    public bool IsReferralCycle { get; init; }
}
