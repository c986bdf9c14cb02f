using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Gives the member a reward of the catalogue (a coupon, a gift) without taking points.</summary>
public sealed record IssueCouponEffect : Effect
{
    /// <summary>The reward's id.</summary>
    public required string Reward { get; init; }

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"gives the reward {Reward}", $"赠送奖励 {Reward}");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "coupon").Field("reward", Reward);
}
