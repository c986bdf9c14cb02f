using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Events;

/// <summary>A referral has come to its end. The member is the one who was referred.</summary>
public sealed record ReferralQualified : LoyaltyEvent
{
    /// <summary>Who referred him.</summary>
    public required CustomerId Referrer { get; init; }

    /// <summary>The order by which it qualified, or null for none.</summary>
    public string? OrderId { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.ReferralQualified;
}
