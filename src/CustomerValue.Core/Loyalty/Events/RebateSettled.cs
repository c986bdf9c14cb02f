using NodaTime;

namespace CustomerValue.Loyalty.Events;

/// <summary>A rebate is brought to what is due by now: during the period it accrues, after its end it is settled, and after a refund the difference is taken back. To say it twice changes nothing.</summary>
public sealed record RebateSettled : LoyaltyEvent
{
    /// <summary>The scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>A day of the period.</summary>
    public required LocalDate Day { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.RebateSettle;
}
