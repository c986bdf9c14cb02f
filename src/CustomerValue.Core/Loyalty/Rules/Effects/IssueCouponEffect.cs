namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Gives the member a reward of the catalogue (a coupon, a gift) without taking points.</summary>
public sealed record IssueCouponEffect : Effect
{
    /// <summary>The reward's id.</summary>
    public required string Reward { get; init; }
}
