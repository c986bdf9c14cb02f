using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Programs;

/// <summary>A kind of points, or of money given back, counted in whole units of its scale.</summary>
public sealed record Wallet
{
    /// <summary>The most decimals that a wallet may have.</summary>
    public const int LargestScale = 6;

    /// <summary>Its name, such as <c>PTS</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Decimals of a unit, 0 to <see cref="LargestScale"/>: 0 for whole points, 2 for cents. The ledger counts 10^−scale.</summary>
    public int Scale { get; init; }

    /// <summary>The currency where the wallet holds money (cashback, rebates), else null.</summary>
    public Currency? Currency { get; init; }

    /// <summary>How long what is earned lasts.</summary>
    public ExpiryTerms Expiry { get; init; } = ExpiryTerms.Never;

    /// <summary>In which order lots are spent; what is left equal is decided by their sequence. Never-expiring lots come last under <see cref="ConsumeBy.EarliestExpiry"/>.</summary>
    public IReadOnlyList<ConsumeBy> Consume { get; init; } = [ConsumeBy.EarliestExpiry, ConsumeBy.EarliestEarn, ConsumeBy.Sequence];

    /// <summary>What one whole point costs when it is redeemed, or null where it has no stated value.</summary>
    public Money? LiabilityUnitValue { get; init; }
}
