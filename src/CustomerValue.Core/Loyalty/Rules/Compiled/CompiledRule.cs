using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>A rule with everything that it names looked up.</summary>
internal sealed class CompiledRule
{
    /// <summary>Its place in the order of priority and id.</summary>
    public required int Index { get; init; }

    public required LoyaltyRule Rule { get; init; }

    public required RuleWindow? Window { get; init; }

    public required Condition? When { get; init; }

    public required bool IsGrouped { get; init; }

    public required CompiledEffect[] Effects { get; init; }

    public CompiledLimit? Limit { get; init; }

    public CompiledCap? Budget { get; init; }

    public CompiledCap? Cap { get; init; }

    /// <summary>In the order of their ids.</summary>
    public CompiledCap[] Shared { get; init; } = [];

    public bool HasBonus => Array.Exists(Effects, effect => effect.Kind == AwardKind.Bonus);

    public bool HasBase => Array.Exists(Effects, effect => effect.Kind == AwardKind.Base);

    public bool IsUnder(CompiledCap cap) => cap == Budget || cap == Cap || Array.IndexOf(Shared, cap) >= 0;
}
