namespace CustomerValue.Lifecycle.Clock;

/// <summary>How a customer's own gaps are put into one number.</summary>
public enum GapKind
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their median: one long holiday doesn't change the rhythm. Allocates for each purchase.</summary>
    Median,
}
