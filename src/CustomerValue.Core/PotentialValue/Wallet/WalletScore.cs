namespace CustomerValue.PotentialValue.Wallet;

/// <summary>How well a model told the quantile of customers whom it had not seen.</summary>
public sealed record WalletScore
{
    /// <summary>The candidate.</summary>
    public required string Name { get; init; }

    /// <summary>The mean pinball loss, in money: smaller is better. Source: Koenker &amp; Bassett (1978), "Regression quantiles".</summary>
    public required double Pinball { get; init; }

    /// <summary>The part of customers who spend at most what was foreseen; near τ where the quantile is right.</summary>
    public required double Coverage { get; init; }
}
