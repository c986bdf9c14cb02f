using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>A lot and all that became of it until an instant: what liability and cost are worked out from.</summary>
public sealed record LotHistory
{
    /// <summary>The number of the member who was granted it first.</summary>
    public required long Member { get; init; }

    /// <summary>When it was earned, and when it expires.</summary>
    public required LotTerms Terms { get; init; }

    /// <summary>Why it was granted, or null for what came by transfer.</summary>
    public EarnOrigin? Origin { get; init; }

    /// <summary>The member's tier when it was earned, by what was known then; null where the programme has no tiers.</summary>
    public string? Tier { get; init; }

    /// <summary>What happened to it, in order of valid time.</summary>
    public required IReadOnlyList<LotMove> Moves { get; init; }

    /// <summary>Units that are left: pending, available and held.</summary>
    public required long Outstanding { get; init; }

    /// <summary>The units of a kind of move.</summary>
    public long Sum(LotMoveKind kind)
    {
        long sum = 0;
        foreach (LotMove move in Moves)
            sum += move.Kind == kind ? move.Units : 0;
        return sum;
    }

    /// <summary>Whole days from the earn to an instant; 0 before it.</summary>
    public int AgeAt(Instant instant) => Math.Max(0, (instant - Terms.EarnedAt).Days);
}
