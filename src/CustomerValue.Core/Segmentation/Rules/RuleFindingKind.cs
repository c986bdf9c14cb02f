namespace CustomerValue.Segmentation.Rules;

/// <summary>What a check of rules can find.</summary>
public enum RuleFindingKind
{
    /// <summary>Two rules of different segments hold together.</summary>
    Overlap,

    /// <summary>No rule holds, though all that rules ask of is known.</summary>
    Gap,

    /// <summary>A rule never holds, or never where the rules before it leave anyone.</summary>
    Unreachable,

    /// <summary>A part of a rule holds for everyone.</summary>
    AlwaysTrue,

    /// <summary>A part of a rule holds for no one.</summary>
    AlwaysFalse,

    /// <summary>The check would have taken too long to decide.</summary>
    Undecided,
}
