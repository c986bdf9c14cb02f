using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Events;

/// <summary>Points that another system grants.</summary>
public sealed record PointsEarned : LoyaltyEvent
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>How many, in points of the wallet; above 0.</summary>
    public required decimal Points { get; init; }

    /// <summary>What they are for, such as a document; each is rewarded once. Null for none.</summary>
    public string? Source { get; init; }

    /// <summary>The name of the rule by which the other system grants them, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>Time until they can be spent, of whole days; null for at once.</summary>
    public Period? Pending { get; init; }

    /// <summary>How long they last, or null for as long as the wallet says.</summary>
    public ExpiryTerms? Expiry { get; init; }

    /// <summary>Whether they count towards a tier.</summary>
    public bool Qualifying { get; init; }

    /// <summary>A note for people, or null.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.PointsEarn;
}
