namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The two of a referral have a hash of identity in common; unknown hashes are not in common.</summary>
public sealed record SameIdentityCondition : Condition
{
    /// <summary>The hashes compared, such as <c>phone</c>.</summary>
    public required IReadOnlyList<string> Of { get; init; }
}
