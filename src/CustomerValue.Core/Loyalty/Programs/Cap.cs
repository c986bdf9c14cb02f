using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Programs;

/// <summary>A limit on what is paid: per member and period, or (a budget) over all members.</summary>
public sealed record Cap
{
    /// <summary>Its name. A cap written inside a rule has the rule's id.</summary>
    public required string Id { get; init; }

    /// <summary>The wallet whose points it limits.</summary>
    public required string Wallet { get; init; }

    /// <summary>Whether each member has a limit of his own; false for a budget over all members.</summary>
    public bool PerMember { get; init; } = true;

    /// <summary>The stretch of time after which it starts anew.</summary>
    public CivilPeriod Period { get; init; } = CivilPeriod.Ever;

    /// <summary>The most that is paid, in points of the wallet; above 0.</summary>
    public required decimal Limit { get; init; }

    /// <summary>What happens to an award that does not fit.</summary>
    public CapOverflow Overflow { get; init; }

    /// <summary>Whether points taken back make room again.</summary>
    public bool ReleaseOnReversal { get; init; } = true;
}
