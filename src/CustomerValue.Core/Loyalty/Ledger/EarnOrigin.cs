using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>Why points were granted: what makes every point traceable to a rule and an order line.</summary>
public sealed record EarnOrigin
{
    /// <summary>The hash of the programme that was in force.</summary>
    public required string ProgramHash { get; init; }

    /// <summary>The rule, or what another system named as such; null for an adjustment or a transfer.</summary>
    public string? Rule { get; init; }

    /// <summary>What it was for.</summary>
    public AwardKind Kind { get; init; } = AwardKind.Fixed;

    /// <summary>What earned it: an order, a document, an event; null for nothing that can be named.</summary>
    public string? Source { get; init; }

    /// <summary>The member in whose journal the order is, or 0 where no order earned it.</summary>
    public long OrderOwner { get; init; }

    /// <summary>Exact units before rounding.</summary>
    public Fraction Exact { get; init; }

    /// <summary>How they were rounded.</summary>
    public RoundingMode Rounding { get; init; }

    /// <summary>Whether each line was rounded by itself.</summary>
    public bool RoundedByLine { get; init; }

    /// <summary>Exact units by line of the order, adding up to <see cref="Exact"/>; empty where no order earned it.</summary>
    public IReadOnlyList<Fraction> Lines { get; init; } = [];

    /// <summary>Whether the points count towards a tier.</summary>
    public bool Qualifying { get; init; }
}
