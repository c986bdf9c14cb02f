using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What the points of one rule have cost, in units of the wallet and in money.</summary>
public sealed record RuleCost
{
    /// <summary>The rule; null for points that no rule granted.</summary>
    public required string? Rule { get; init; }

    /// <summary>Units granted, less those taken back or gone in another way than by redemption and expiry.</summary>
    public required long Granted { get; init; }

    /// <summary>Units redeemed.</summary>
    public required long Redeemed { get; init; }

    /// <summary>Units that expired.</summary>
    public required long Expired { get; init; }

    /// <summary>Units that are left.</summary>
    public required long Outstanding { get; init; }

    /// <summary>The value of what was redeemed.</summary>
    public required Money Spent { get; init; }

    /// <summary>What is owed for what is left, less expected breakage.</summary>
    public required Money Owed { get; init; }

    /// <summary>What was redeemed and what is owed.</summary>
    public Money Cost => Spent + Owed;
}
