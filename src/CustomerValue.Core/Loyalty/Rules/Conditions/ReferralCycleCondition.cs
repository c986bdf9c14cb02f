using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The one who refers was himself referred by the one who is referred, directly or through others.</summary>
public sealed record ReferralCycleCondition : Condition
{
    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => facts.Referral is not { } referral ? Truth.Unknown : referral.IsCycle ? Truth.True : Truth.False;

    /// <inheritdoc/>
    public override LocalizedText Describe() => new("the one who refers was referred by the one referred", "推荐人由被推荐人推荐而来");

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Referral is not { } referral ? Say.NoReferral
        : referral.IsCycle ? new("they referred one another", "双方互相推荐") : new LocalizedText("they did not refer one another", "双方没有互相推荐");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "referralCycle");
}
