namespace CustomerValue.Loyalty.Ledger;

/// <summary>Sums over all members of a wallet's accounts, in units. Issued = pending + available + held + redeemed + expired + reversed + adjusted − debt − written off.</summary>
public sealed record PointsTotals
{
    /// <summary>Granted.</summary>
    public long Issued { get; init; }

    /// <summary>Not yet to be spent.</summary>
    public long Pending { get; init; }

    /// <summary>To be spent, less what is below zero of members.</summary>
    public long Available { get; init; }

    /// <summary>How far members are below zero together, under <see cref="Programs.ClawbackShortfall.AllowNegative"/>: what <see cref="Available"/> is less than their lots.</summary>
    public long Overdraft { get; init; }

    /// <summary>Set aside.</summary>
    public long Held { get; init; }

    /// <summary>Spent.</summary>
    public long Redeemed { get; init; }

    /// <summary>Expired.</summary>
    public long Expired { get; init; }

    /// <summary>Taken back.</summary>
    public long Reversed { get; init; }

    /// <summary>Owed by members.</summary>
    public long Debt { get; init; }

    /// <summary>Borne by the issuer.</summary>
    public long WrittenOff { get; init; }

    /// <summary>Taken off by hand.</summary>
    public long Adjusted { get; init; }
}
