using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>A member about whom a test says what there is to know.</summary>
internal sealed class ShopMember : IMemberFacts
{
    public LocalDate? Joined { get; init; }

    public MemberProfile Profile { get; init; } = MemberProfile.Unknown;

    public int TierRank { get; init; }

    public int Purchases { get; init; }

    public LocalDate? LastPurchase { get; init; }

    /// <summary>The days of earlier events of any type.</summary>
    public IReadOnlyList<LocalDate> Days { get; init; } = [];

    public int EventsBetween(string type, LocalDate from, LocalDate to) => Days.Count(day => day >= from && day < to);
}
