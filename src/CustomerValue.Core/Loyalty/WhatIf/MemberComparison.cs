using CustomerValue.Customers;

namespace CustomerValue.Loyalty.WhatIf;

/// <summary>A member under two programmes.</summary>
public sealed record MemberComparison
{
    /// <summary>The member.</summary>
    public required CustomerId Member { get; init; }

    /// <summary>The value of what he was granted and kept (not taken back) under the first programme.</summary>
    public required Money Before { get; init; }

    /// <summary>The same under the second one.</summary>
    public required Money After { get; init; }

    /// <summary>His tier under the first one, or null where it has none.</summary>
    public string? TierBefore { get; init; }

    /// <summary>The same under the second one.</summary>
    public string? TierAfter { get; init; }

    /// <summary>What he gains; below 0 for what he loses.</summary>
    public Money Gain => After - Before;
}
