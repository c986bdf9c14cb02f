using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>Holds where at least one of its guards does.</summary>
public sealed class AnyGuard : Guard
{
    private readonly Guard[] guards;

    internal AnyGuard(Guard[] guards) => this.guards = GuardParts.Checked(guards);

    /// <summary>The guards.</summary>
    public IReadOnlyList<Guard> Guards => Array.AsReadOnly(guards);

    /// <inheritdoc/>
    public override bool Holds(in LifecycleEvidence evidence)
    {
        foreach (Guard guard in guards)
        {
            if (guard.Holds(evidence))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe() => guards.Length == 0 ? new("never", "从不") : GuardParts.Join(guards, this, " or ", " 或 ");

    /// <inheritdoc/>
    public override IEnumerable<Measure> Measures => guards.SelectMany(guard => guard.Measures).Distinct();

    /// <inheritdoc/>
    internal override IReadOnlyList<EvidenceBox> Boxes => [.. guards.SelectMany(guard => guard.Boxes)];

    /// <inheritdoc/>
    internal override bool StaysTrue => guards.All(guard => guard.StaysTrue);
}
