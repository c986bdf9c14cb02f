using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>Holds where every one of its guards does.</summary>
public sealed class AllGuard : Guard
{
    private readonly Guard[] guards;

    internal AllGuard(Guard[] guards) => this.guards = GuardParts.Checked(guards);

    /// <summary>The guards.</summary>
    public IReadOnlyList<Guard> Guards => Array.AsReadOnly(guards);

    /// <inheritdoc/>
    public override bool Holds(in LifecycleEvidence evidence)
    {
        foreach (Guard guard in guards)
        {
            if (!guard.Holds(evidence))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe() => guards.Length == 0 ? new("always", "总是") : GuardParts.Join(guards, this, " and ", " 且 ");

    /// <inheritdoc/>
    public override IEnumerable<Measure> Measures => guards.SelectMany(guard => guard.Measures).Distinct();

    /// <inheritdoc/>
    internal override IReadOnlyList<EvidenceBox> Boxes
    {
        get
        {
            IEnumerable<EvidenceBox> boxes = [EvidenceBox.Everything];
            foreach (Guard guard in guards)
                boxes = [.. boxes.SelectMany(left => guard.Boxes.Select(left.And)).Where(box => !box.IsEmpty)];
            return [.. boxes];
        }
    }

    /// <inheritdoc/>
    internal override bool StaysTrue => guards.All(guard => guard.StaysTrue);
}
