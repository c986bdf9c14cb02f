using NodaTime;

namespace CustomerValue.Loyalty.Rewards;

/// <summary>A member's coupon at an instant.</summary>
public sealed record Coupon
{
    /// <summary>The code: 16 letters and digits. It names the coupon of its member and is no secret by itself.</summary>
    public required string Code { get; init; }

    /// <summary>The reward of the catalogue that it is.</summary>
    public required string Reward { get; init; }

    /// <summary>When it was issued.</summary>
    public required Instant IssuedAt { get; init; }

    /// <summary>From when it is no longer valid, or null for never. A reservation made before may be used until it ends.</summary>
    public Instant? ValidUntil { get; init; }

    /// <summary>What can be done with it.</summary>
    public required CouponState State { get; init; }

    /// <summary>What it is reserved for or was used on, or null.</summary>
    public string? Source { get; init; }

    /// <summary>When the reservation ends (excluded), or null.</summary>
    public Instant? ReservedUntil { get; init; }
}
