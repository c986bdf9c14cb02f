namespace CustomerValue.Lifecycle.Definition;

/// <summary>What the check of a definition can find.</summary>
public enum DefinitionFindingKind
{
    /// <summary>A key is missing, malformed or given twice.</summary>
    Key,

    /// <summary>Something names a stage, event or grouping that isn't there.</summary>
    Unknown,

    /// <summary>Two guards of one rank can both hold.</summary>
    Overlap,

    /// <summary>No way leads to a stage.</summary>
    Unreachable,

    /// <summary>A stage that is no end can't be left.</summary>
    DeadEnd,

    /// <summary>A transition does not keep what its guard looks at.</summary>
    MissingEvidence,

    /// <summary>A guard of time could stop holding while nothing happens.</summary>
    TimeMayTurnBack,

    /// <summary>Time leads to a better stage, or begins a lifecycle.</summary>
    TimeImproves,

    /// <summary>A number is out of its range.</summary>
    Range,
}
