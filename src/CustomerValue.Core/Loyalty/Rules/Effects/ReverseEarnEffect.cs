namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Takes back what a refunded order earned, by the cumulative method: what stays is what the remaining order would have earned, so parts always add up to the whole.</summary>
public sealed record ReverseEarnEffect : Effect
{
    /// <summary>Whether base points are taken back.</summary>
    public bool Base { get; init; } = true;

    /// <summary>Whether multipliers' points are taken back.</summary>
    public bool Bonus { get; init; } = true;

    /// <summary>Whether fixed awards are taken back.</summary>
    public bool Once { get; init; } = true;
}
