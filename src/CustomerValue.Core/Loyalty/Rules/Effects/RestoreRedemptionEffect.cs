namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Gives back the points that paid for a refunded order, by the share of it that is refunded.</summary>
public sealed record RestoreRedemptionEffect : Effect;
