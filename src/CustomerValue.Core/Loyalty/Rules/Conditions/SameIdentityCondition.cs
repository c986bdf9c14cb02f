using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The two of a referral have a hash of identity in common; unknown hashes are not in common.</summary>
public sealed record SameIdentityCondition : Condition
{
    /// <summary>The hashes compared, such as <c>phone</c>.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Referral is null)
            return Truth.Unknown;
        return Common(facts) is null ? Truth.False : Truth.True;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"the two have the same {Say.Or(Of).English}", $"双方的{Say.Or(Of).Chinese}相同");

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Referral is null ? Say.NoReferral
        : Common(facts) is { } name ? new($"the two have the same {name}", $"双方的 {name} 相同")
        : new LocalizedText("the two have nothing in common", "双方没有相同标识");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "sameIdentity").Fields("of", Of);

    private string? Common(in RuleFacts facts)
    {
        foreach (string name in Of)
        {
            if (Say.Value(facts.Member.Profile.IdentityHashes, name) is { } hash && hash == Say.Value(facts.Referral!.Referrer.Profile.IdentityHashes, name))
                return name;
        }
        return null;
    }
}
