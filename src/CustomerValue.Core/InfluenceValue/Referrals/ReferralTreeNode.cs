using CustomerValue.Customers;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>A customer in a referral tree. The default value is no customer.</summary>
public readonly record struct ReferralTreeNode
{
    /// <summary>The customer's row in the network.</summary>
    public required int Row { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Where in the list the referrer stands; −1 for the root.</summary>
    public required int Parent { get; init; }

    /// <summary>0 for the root, 1 for whom the root brought, and so on.</summary>
    public required int Generation { get; init; }
}
