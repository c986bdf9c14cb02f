using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>The rules of a group that listen to one event.</summary>
internal sealed class TriggerGroup
{
    public required RuleGroup Group { get; init; }

    /// <summary>Places among the trigger's rules, rising.</summary>
    public required int[] Rules { get; init; }

    /// <summary>Places of the groups that it excludes among the trigger's.</summary>
    public required int[] Excludes { get; init; }

    /// <summary>Whether what its rules pay depends on the base.</summary>
    public required bool HasBonus { get; init; }
}
