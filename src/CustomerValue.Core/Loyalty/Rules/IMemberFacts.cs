using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What rules may ask about a member, as it stood just before the event.</summary>
public interface IMemberFacts
{
    /// <summary>The civil day of joining, or null where it is not known.</summary>
    LocalDate? Joined { get; }

    /// <summary>What is known of the person.</summary>
    MemberProfile Profile { get; }

    /// <summary>The tier's place from below when the event occurred, from 0; −1 where the programme has no tiers.</summary>
    int TierRank { get; }

    /// <summary>Orders before this one that were not refunded in full.</summary>
    int Purchases { get; }

    /// <summary>The civil day of the last order before this one, or null for none.</summary>
    LocalDate? LastPurchase { get; }

    /// <summary>How many events of the type there were before this one on days from one (inclusive) to another (exclusive).</summary>
    int EventsBetween(string type, LocalDate from, LocalDate to);
}
