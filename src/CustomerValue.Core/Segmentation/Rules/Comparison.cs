namespace CustomerValue.Segmentation.Rules;

/// <summary>How a value is compared with a bound.</summary>
public enum Comparison
{
    /// <summary>value &lt; bound.</summary>
    Less,

    /// <summary>value ≤ bound.</summary>
    AtMost,

    /// <summary>value = bound.</summary>
    Equal,

    /// <summary>value ≥ bound.</summary>
    AtLeast,

    /// <summary>value &gt; bound.</summary>
    Greater,
}
