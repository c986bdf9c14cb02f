namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>The rules that listen to one event.</summary>
internal sealed class Trigger
{
    public required string On { get; init; }

    /// <summary>In the order of priority and id.</summary>
    public required CompiledRule[] Rules { get; init; }

    /// <summary>What must be true for the rules to fire, rule by rule.</summary>
    public required RuleTest[] Tests { get; init; }

    public required TriggerGroup[] Groups { get; init; }

    /// <summary>The caps that rules share, in the order of their ids.</summary>
    public required CompiledCap[] Caps { get; init; }

    public required bool HasCaps { get; init; }

    /// <summary>Whether a multiplier is for some lines only.</summary>
    public required bool HasBonusOfLines { get; init; }
}
