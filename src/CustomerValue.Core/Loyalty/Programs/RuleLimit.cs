using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Programs;

/// <summary>How often a rule may pay.</summary>
public sealed record RuleLimit
{
    /// <summary>Whose times are counted: the member's, or those of the one who referred him.</summary>
    public AwardTo Of { get; init; } = AwardTo.Member;

    /// <summary>The stretch of time in which they are counted.</summary>
    public CivilPeriod Period { get; init; } = CivilPeriod.Ever;

    /// <summary>How often; at least 1.</summary>
    public int Times { get; init; } = 1;
}
