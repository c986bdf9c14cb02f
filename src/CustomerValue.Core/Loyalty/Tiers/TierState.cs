using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>A member's tier at an instant, and why.</summary>
public sealed record TierState
{
    /// <summary>The level's id.</summary>
    public required string Level { get; init; }

    /// <summary>The level's place from below, from 0.</summary>
    public required int Rank { get; init; }

    /// <summary>Why.</summary>
    public required TierReason Reason { get; init; }

    /// <summary>What counts in the current period (or window) so far, in the basis' unit.</summary>
    public required decimal Qualifying { get; init; }

    /// <summary>The instant from which it would be another one if nothing more happened, or null for never.</summary>
    public Instant? Until { get; init; }

    /// <summary>The level that follows then, or null.</summary>
    public string? Then { get; init; }

    /// <summary>The next level up, or null at the top.</summary>
    public string? Next { get; init; }

    /// <summary>What is missing to reach it, in this period or for life, whichever is less; 0 at the top.</summary>
    public decimal ToNext { get; init; }

    /// <summary>What is missing now to keep the present level when it would end, in this period or for life; 0 where it is safe to the end of the next period. For a rolling window: to make up for what will have left it by then.</summary>
    public decimal ToKeep { get; init; }
}
