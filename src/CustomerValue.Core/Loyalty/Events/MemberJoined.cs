namespace CustomerValue.Loyalty.Events;

/// <summary>A member joins.</summary>
public sealed record MemberJoined : LoyaltyEvent
{
    /// <summary>What is known of him.</summary>
    public MemberProfile Profile { get; init; } = MemberProfile.Unknown;

    /// <inheritdoc/>
    public override string Type => EventTypes.MemberJoined;
}
