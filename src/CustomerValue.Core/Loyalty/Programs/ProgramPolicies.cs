using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Programs;

/// <summary>Named choices where real programmes differ; the defaults are those of the reference programme in docs/loyalty.md.</summary>
public sealed record ProgramPolicies
{
    /// <summary>What happens when points that are taken back are no longer there.</summary>
    public ClawbackShortfall ShortfallOnClawback { get; init; }

    /// <summary>How far below zero <see cref="ClawbackShortfall.AllowNegative"/> may go, in whole points; null for no limit. What lies beyond is written off.</summary>
    public long? NegativeLimit { get; init; }

    /// <summary>From where points are taken back when an earn is reversed.</summary>
    public ReversalPools EarnReversal { get; init; }

    /// <summary>What a partly refunded order does to a redemption's points that come back after their lot expired.</summary>
    public RestoredExpiry RedemptionReversal { get; init; }

    /// <summary>Days that restored points live under <see cref="RestoredExpiry.Grace"/>; at least 1.</summary>
    public int RestoredGraceDays { get; init; } = 30;

    /// <summary>From when the life of points is counted that are recorded late.</summary>
    public ExpiryFrom BackdatedExpiry { get; init; }

    /// <summary>Whether orders that were rated before a late event became known are rated again, with a compensating entry.</summary>
    public bool RerateLater { get; init; }

    /// <summary>From when the life of points is counted that were pending.</summary>
    public PendingExpiry PendingExpiry { get; init; }

    /// <summary>Whether a redemption recorded late may use points that did not exist when it occurred.</summary>
    public RedemptionFunds Funds { get; init; }

    /// <summary>Where those born or joined on 29 February celebrate in other years.</summary>
    public LeapDayPolicy LeapDay { get; init; }

    /// <summary>What happens to a once-only award whose order is refunded in full.</summary>
    public OnceReversal OnceReversal { get; init; }

    /// <summary>How long a hold lasts where it does not say, in minutes; at least 1.</summary>
    public int HoldMinutes { get; init; } = 15;
}
