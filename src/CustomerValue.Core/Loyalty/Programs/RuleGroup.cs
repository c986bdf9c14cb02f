namespace CustomerValue.Loyalty.Programs;

/// <summary>Rules that compete. Ties are settled by the lower priority number, then the lower id, never by when or where a rule was written.</summary>
public sealed record RuleGroup
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>How its rules compete.</summary>
    public GroupMode Mode { get; init; }

    /// <summary>Groups whose rules do not pay when a rule of this one does (<see cref="GroupMode.Exclusive"/>).</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];
}
