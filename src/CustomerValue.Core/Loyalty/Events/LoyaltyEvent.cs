using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Loyalty.Events;

/// <summary>Something that happened, or that is asked for, and that the ledger has to answer. The same event with the same key gets the same answer, however often it is given.</summary>
public abstract record LoyaltyEvent
{
    private protected LoyaltyEvent()
    {
    }

    /// <summary>The caller's key of this event, unique in the programme: 1 to 256 characters, not blank, no control characters.</summary>
    public required string Key { get; init; }

    /// <summary>Whom it is about.</summary>
    public required CustomerId Member { get; init; }

    /// <summary>When it happened.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>When it became known; null for when it happened. Never before <see cref="OccurredAt"/>'s own knowledge: the ledger moves it on where its clock went back.</summary>
    public Instant? RecordedAt { get; init; }

    /// <summary>The name rules listen to, such as <c>order.paid</c>.</summary>
    public abstract string Type { get; }
}
