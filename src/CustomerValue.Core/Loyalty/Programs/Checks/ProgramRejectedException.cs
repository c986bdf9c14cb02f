namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>A programme has errors and can't be loaded. Names all of them.</summary>
public sealed class ProgramRejectedException : Exception
{
    /// <summary>How many errors the message names; the rest are counted.</summary>
    public const int ErrorsInMessage = 20;

    /// <summary>Refuses a programme.</summary>
    /// <param name="findings">What was found; at least one error. Warnings may be among them.</param>
    public ProgramRejectedException(IReadOnlyList<ProgramFinding> findings)
        : base(Describe(findings)) => Findings = [.. findings];

    /// <summary>All that was found, warnings included.</summary>
    public IReadOnlyList<ProgramFinding> Findings { get; }

    private static string Describe(IReadOnlyList<ProgramFinding> findings)
    {
        ProgramFinding[] errors = [.. (findings ?? throw new ArgumentNullException(nameof(findings))).Where(finding => finding.Severity == FindingSeverity.Error)];
        if (errors.Length == 0)
            throw new ArgumentException("A programme is refused only for errors.", nameof(findings));
        IEnumerable<string> lines = errors.Take(ErrorsInMessage).Select(error => error.ToString());
        if (errors.Length > ErrorsInMessage)
            lines = lines.Append($"… and {errors.Length - ErrorsInMessage} more errors.");
        return string.Join(Environment.NewLine, lines);
    }
}
