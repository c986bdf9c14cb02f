using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Collects what is found: the first ones, so that a bad programme of 10,000 rules can't fill the memory.</summary>
internal sealed class FindingList
{
    private const int Most = 1000;
    private readonly List<ProgramFinding> findings = [];

    public IReadOnlyList<ProgramFinding> All => [.. findings];

    public bool AnyError { get; private set; }

    public void Error(ProgramFindingCode code, string path, string? rule, string english, string chinese) => Add(FindingSeverity.Error, code, path, rule, english, chinese);

    public void Warn(ProgramFindingCode code, string path, string? rule, string english, string chinese) => Add(FindingSeverity.Warning, code, path, rule, english, chinese);

    private void Add(FindingSeverity severity, ProgramFindingCode code, string path, string? rule, string english, string chinese)
    {
        AnyError |= severity == FindingSeverity.Error;
        // An error is never crowded out by warnings.
        if (findings.Count >= Most)
        {
            int last = severity == FindingSeverity.Error ? findings.FindLastIndex(finding => finding.Severity == FindingSeverity.Warning) : -1;
            if (last < 0)
                return;
            findings.RemoveAt(last);
        }

        findings.Add(new ProgramFinding { Severity = severity, Code = code, Path = path, Rule = rule, Message = new LocalizedText(english, chinese) });
    }
}
