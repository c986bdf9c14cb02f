using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Events;

/// <summary>A merge was wrong.</summary>
public sealed record MemberUnmerged : LoyaltyEvent
{
    /// <summary>The one who is a member of his own again.</summary>
    public required CustomerId Other { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.MemberUnmerge;
}
