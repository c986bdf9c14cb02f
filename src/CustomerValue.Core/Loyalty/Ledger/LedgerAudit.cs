namespace CustomerValue.Loyalty.Ledger;

/// <summary>What orders earned, recomputed from the journal by the code of today.</summary>
public sealed record LedgerAudit
{
    /// <summary>How many orders were recomputed.</summary>
    public required long Orders { get; init; }

    /// <summary>How many awards were compared.</summary>
    public required long Awards { get; init; }

    /// <summary>How many awards are of a version of the programme that the ledger was not opened with, by its hash; they were not compared.</summary>
    public required IReadOnlyDictionary<string, long> Unknown { get; init; }

    /// <summary>Where the code of today comes to something else, by member and sequence.</summary>
    public required IReadOnlyList<AuditDifference> Differences { get; init; }

    /// <summary>How many of the differences are under each version of the programme, by its hash.</summary>
    public IReadOnlyDictionary<string, int> ByProgram => Differences.GroupBy(each => each.ProgramHash, StringComparer.Ordinal).ToDictionary(hash => hash.Key, hash => hash.Count(), StringComparer.Ordinal);
}
