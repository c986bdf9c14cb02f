using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Something that the check of a programme found.</summary>
public sealed record ProgramFinding
{
    /// <summary>How grave it is.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What it is.</summary>
    public required ProgramFindingCode Code { get; init; }

    /// <summary>Where it is, in the words of the JSON form: <c>$.rules[2].then[0].bonus.factor</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The rule it is in, or null where it is in none.</summary>
    public string? Rule { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>In one line: severity, code, path, message.</summary>
    public override string ToString() => $"{(Severity == FindingSeverity.Error ? "error" : "warning")} {Code}, {Path}{(Rule is null ? "" : $" (rule {Rule})")}: {Message.English}";
}
