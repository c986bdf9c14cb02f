using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>A rule with everything that it names looked up.</summary>
internal sealed class CompiledRule
{
    /// <summary>Its place in the order of priority and id.</summary>
    public required int Index { get; init; }

    public required LoyaltyRule Rule { get; init; }

    public required bool IsGrouped { get; init; }

    /// <summary>Whether one of its effects multiplies the base.</summary>
    public required bool HasBonus { get; init; }

    /// <summary>Whether one of its effects gives a base.</summary>
    public required bool HasBase { get; init; }

    public required CompiledEffect[] Effects { get; init; }

    public CompiledLimit? Limit { get; init; }

    public CompiledCap? Budget { get; init; }

    public CompiledCap? Cap { get; init; }

    /// <summary>In the order of their ids.</summary>
    public CompiledCap[] Shared { get; init; } = [];

    /// <summary>Whether a limit, cap or budget counts what it pays.</summary>
    public bool IsCounted => Limit is not null || Budget is not null || Cap is not null || Shared.Length > 0;

    public bool IsUnder(CompiledCap cap) => cap == Budget || cap == Cap || Array.IndexOf(Shared, cap) >= 0;
}
