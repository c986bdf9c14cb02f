namespace CustomerValue.Loyalty.Events;

/// <summary>What is known of a member is replaced.</summary>
public sealed record MemberUpdated : LoyaltyEvent
{
    /// <summary>What is known of him now.</summary>
    public required MemberProfile Profile { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.MemberUpdated;
}
