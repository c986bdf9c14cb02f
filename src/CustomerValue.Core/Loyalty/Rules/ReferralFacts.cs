using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules;

/// <summary>The two of a referral.</summary>
public sealed record ReferralFacts
{
    /// <summary>What is known of the one who referred.</summary>
    public required IMemberFacts Referrer { get; init; }

    /// <summary>The eligible amount of the first order of the one who was referred, or null where he has none.</summary>
    public Money? RefereeFirstOrder { get; init; }

    /// <summary>Whether the one who refers was referred by the other one, directly or through others, or is the same member.</summary>
    public bool IsCycle { get; init; }
}
