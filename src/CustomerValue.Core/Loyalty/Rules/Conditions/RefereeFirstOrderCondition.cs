using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The first order of the one who was referred is at least so large.</summary>
public sealed record RefereeFirstOrderCondition : Condition
{
    /// <summary>The amount.</summary>
    public required Money AtLeast { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => facts.Referral is not { } referral ? Truth.Unknown
        : referral.RefereeFirstOrder is not { } amount ? Truth.False
        : amount.Currency != AtLeast.Currency ? Truth.Unknown
        : amount.Amount >= AtLeast.Amount ? Truth.True : Truth.False;

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"the first order of the one referred is at least {Say.Amount(AtLeast)}", $"被推荐人首单不低于 {Say.Amount(AtLeast)}");

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Referral is not { } referral ? Say.NoReferral
        : referral.RefereeFirstOrder is { } amount ? Say.Same(Say.Amount(amount)!) : new LocalizedText("the one referred has no order", "被推荐人没有订单");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "refereeFirstOrder").Field("atLeast", (Money?)AtLeast);
}
