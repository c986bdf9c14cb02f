using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Diagnostics;
using NodaTime;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>The model that the purchases themselves speak for, by a holdout cut from them, and the evidence.</summary>
public sealed record ModelChoice
{
    /// <summary>Fits the model chosen; it is still to be fitted on all purchases.</summary>
    public required IPurchaseModelEstimator Estimator { get; init; }

    /// <summary>Why this one.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>The comparison; null where there was too little to cut a holdout from, or only one candidate could be compared with nothing.</summary>
    public ModelComparison? Comparison { get; init; }

    /// <summary>The last day of the calibration; null where <see cref="Comparison"/> is.</summary>
    public LocalDate? CalibrationEnd { get; init; }

    /// <summary>Expected and actual repeat purchases of the calibration's customers, by the model chosen as fitted on the calibration, beyond its end; empty where there is none.</summary>
    public IReadOnlyList<TrackingPoint> Tracking { get; init; } = [];
}
