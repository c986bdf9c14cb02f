using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;

namespace CustomerValue.Loyalty.WhatIf;

/// <summary>What a programme made of events.</summary>
public sealed record ProgramOutcome
{
    /// <summary>The programme and its last version, such as <c>club 2026.1</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Events that were accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>Events that were refused, by the reason; a poorer programme refuses redemptions that a richer one could pay.</summary>
    public required IReadOnlyDictionary<LedgerError, int> Refused { get; init; }

    /// <summary>The accounts.</summary>
    public required PointsTotals Totals { get; init; }

    /// <summary>What points cost, by rule.</summary>
    public required ProgramCost Cost { get; init; }

    /// <summary>What is owed for points that are left.</summary>
    public required LiabilityReport Liability { get; init; }
}
