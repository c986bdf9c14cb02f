using NodaTime;

namespace CustomerValue.Loyalty.Tiers;

/// <summary>Something that counts towards a tier, or is taken off again.</summary>
/// <param name="OccurredAt">Decides the period in which it counts.</param>
/// <param name="KnownAt">From when it counts; what arrives late changes no tier before.</param>
/// <param name="Amount">In the basis' unit; negative for what is taken off.</param>
public readonly record struct TierQualification(Instant OccurredAt, Instant KnownAt, decimal Amount)
{
    /// <summary>From when it counts: once it has both occurred and become known.</summary>
    internal Instant CountsFrom => KnownAt < OccurredAt ? OccurredAt : KnownAt;
}
