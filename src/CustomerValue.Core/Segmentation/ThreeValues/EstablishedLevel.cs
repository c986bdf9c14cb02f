namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>How high an established value is.</summary>
public enum EstablishedLevel
{
    /// <summary>Below the threshold of middle.</summary>
    Low,

    /// <summary>From the threshold of middle on.</summary>
    Middle,

    /// <summary>From the threshold of high on.</summary>
    High,
}
