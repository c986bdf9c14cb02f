namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>The programme can run; somebody should look at it.</summary>
    Warning,

    /// <summary>The programme can't be loaded.</summary>
    Error,
}
