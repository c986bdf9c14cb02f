using CustomerValue.Loyalty.Amounts;

namespace CustomerValue.Loyalty.Programs;

/// <summary>Where and how exact fractions become whole units. Once for each order and rule, or once for each line and rule; never in between.</summary>
public sealed record RoundingPolicy
{
    /// <summary>What is rounded as one.</summary>
    public RoundingScope Scope { get; init; }

    /// <summary>How.</summary>
    public RoundingMode Mode { get; init; }
}
