namespace CustomerValue.Lifecycle.Definition;

/// <summary>How a measure is compared with a bound.</summary>
public enum Comparison
{
    /// <summary>≥ the bound.</summary>
    AtLeast,

    /// <summary>&gt; the bound.</summary>
    Above,

    /// <summary>≤ the bound.</summary>
    AtMost,

    /// <summary>&lt; the bound.</summary>
    Below,
}
