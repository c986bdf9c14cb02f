namespace CustomerValue.Contribution;

/// <summary>How much a customer contributed, beside the others.</summary>
public enum ContributionLevel
{
    /// <summary>Low (低).</summary>
    Low,

    /// <summary>Middle (中).</summary>
    Middle,

    /// <summary>High (高).</summary>
    High,
}
