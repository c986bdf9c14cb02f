using NodaTime;

namespace CustomerValue.Loyalty.Stores;

/// <summary>Something that other programs may want to know: it is written with what it tells of, in one transaction, or not at all.</summary>
public sealed record LoyaltyMessage
{
    /// <summary>What it tells.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The member's number.</summary>
    public required long Member { get; init; }

    /// <summary>The member's last entry that it rests on. With the kind it tells a message that came twice.</summary>
    public required long Sequence { get; init; }

    /// <summary>When points were earned or will expire, or from when the tier is another one.</summary>
    public required Instant At { get; init; }

    /// <summary>The wallet, or null where it is about a tier.</summary>
    public string? Wallet { get; init; }

    /// <summary>Units that were granted, or that are left to expire; 0 where it is about a tier.</summary>
    public long Units { get; init; }

    /// <summary>The lot's number in the member's journal; 0 where it is about a tier.</summary>
    public int Lot { get; init; }

    /// <summary>The tier before; null where there was none, or it is about points.</summary>
    public string? From { get; init; }

    /// <summary>The tier now; null where it is about points.</summary>
    public string? To { get; init; }
}
