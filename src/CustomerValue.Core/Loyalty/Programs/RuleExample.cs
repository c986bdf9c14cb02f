using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Programs;

/// <summary>An input with the points that the rule has to pay for it by itself (base points that a multiplier needs are worked out but not counted).</summary>
public sealed record RuleExample
{
    /// <summary>The event.</summary>
    public required LoyaltyEvent Given { get; init; }

    /// <summary>Who the member is at that instant, where it matters.</summary>
    public MemberProfile Member { get; init; } = MemberProfile.Unknown;

    /// <summary>The tier he is in, or null for the lowest.</summary>
    public string? Tier { get; init; }

    /// <summary>Points by wallet; wallets left out get 0.</summary>
    public required IReadOnlyDictionary<string, decimal> Expect { get; init; }
}
