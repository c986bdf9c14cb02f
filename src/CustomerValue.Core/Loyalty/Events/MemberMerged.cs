using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Events;

/// <summary>Another member turns out to be this one: his points, qualification and debt come here, his id stays as an alias.</summary>
public sealed record MemberMerged : LoyaltyEvent
{
    /// <summary>The one who is no longer a member of his own.</summary>
    public required CustomerId Other { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.MemberMerge;
}
