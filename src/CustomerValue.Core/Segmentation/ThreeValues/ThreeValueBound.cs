namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>One of the thresholds of <see cref="ThreeValueThresholds"/>.</summary>
public enum ThreeValueBound
{
    /// <summary><see cref="ThreeValueThresholds.Established"/>.</summary>
    Established,

    /// <summary><see cref="ThreeValueThresholds.Potential"/>.</summary>
    Potential,

    /// <summary><see cref="ThreeValueThresholds.Influence"/>.</summary>
    Influence,

    /// <summary><see cref="ThreeValueThresholds.Middle"/>, of the established value.</summary>
    Middle,
}
