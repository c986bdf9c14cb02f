namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Checks a programme before it is loaded: that all names lead somewhere, all numbers are in their ranges, rules can fire and do not collide, and what it may cost.</summary>
public static class ProgramCheck
{
    /// <summary>The most rules of a programme.</summary>
    public const int MostRules = 10_000;

    /// <summary>
    /// All that is wrong or doubtful: the frame first, then each rule, then rules beside each other, then what it may cost. A programme without errors can
    /// be loaded. At most 1,000 findings are kept, errors before warnings.
    /// </summary>
    /// <param name="program">The programme. Nothing in it is run; its examples are tried by <see cref="Rules.CompiledProgram"/>.</param>
    public static IReadOnlyList<ProgramFinding> Of(LoyaltyProgram program)
    {
        CheckScope scope = new(program ?? throw new ArgumentNullException(nameof(program)));
        FrameCheck.Of(scope);
        RuleCheck.Of(scope);
        OverlapCheck.Of(scope);
        // Rates of numbers out of range would say nothing.
        if (!scope.Findings.AnyError)
            EconomyCheck.Of(scope);
        return scope.Findings.All;
    }
}
