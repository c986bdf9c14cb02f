using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>One customer brought another on a day. The default value refers nobody and is refused.</summary>
public readonly record struct Referral
{
    /// <summary>Who brought.</summary>
    public required CustomerId Referrer { get; init; }

    /// <summary>Who was brought; once only.</summary>
    public required CustomerId Referee { get; init; }

    /// <summary>When. Margins of earlier days are nobody's doing.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>
    /// The probability that the referee would not have come without the referral (type-one). Range: [0, 1], at most six decimals.
    /// Null, the default, for <see cref="ReferralLedgerOptions.CausalShare"/>.
    /// </summary>
    public decimal? TypeOneProbability { get; init; }

    /// <summary>What the referrer was paid, ≥ 0.</summary>
    public decimal Reward { get; init; }

    /// <summary>What it would have cost to win the referee otherwise, ≥ 0.</summary>
    public decimal SavedAcquisitionCost { get; init; }
}
