namespace CustomerValue.Loyalty.Events;

/// <summary>What is known of the person is forgotten; the journal goes on under a pseudonym.</summary>
public sealed record MemberErased : LoyaltyEvent
{
    /// <inheritdoc/>
    public override string Type => EventTypes.MemberErase;
}
