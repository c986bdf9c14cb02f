using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Gives back the points that paid for a refunded order, by the share of it that is refunded.</summary>
public sealed record RestoreRedemptionEffect : Effect
{
    /// <inheritdoc/>
    public override LocalizedText Describe() => new("gives back the points that paid for what is refunded", "按退款比例退回已用积分");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "restoreRedemption");
}
