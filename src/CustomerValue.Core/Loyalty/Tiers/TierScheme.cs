using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>The tiers of a programme and how members rise and fall between them. A member's tier is a function of his journal and an instant; no job makes it.</summary>
public sealed record TierScheme
{
    /// <summary>What counts towards a tier.</summary>
    public TierBasis Basis { get; init; }

    /// <summary>The wallet whose points count (<see cref="TierBasis.QualifyingPoints"/>, <see cref="TierBasis.SpendableBalance"/>); null where the programme has one wallet.</summary>
    public string? Wallet { get; init; }

    /// <summary>Over which time it is counted.</summary>
    public TierPeriod Period { get; init; }

    /// <summary>The length of a rolling window, of whole days, months or years (<see cref="TierPeriod.Rolling"/>).</summary>
    public Period? Window { get; init; }

    /// <summary>What happens at the end of a period in which the tier was not reached again.</summary>
    public Downgrade Downgrade { get; init; }

    /// <summary>Time after the end of a period in which a tier that would fall stays, of whole days or months; null for none.</summary>
    public Period? Grace { get; init; }

    /// <summary>The levels from the lowest, which begins at 0, upwards.</summary>
    public required IReadOnlyList<TierLevel> Levels { get; init; }
}
