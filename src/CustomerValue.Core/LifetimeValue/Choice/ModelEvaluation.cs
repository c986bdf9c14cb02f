using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Diagnostics;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>One model at all origins.</summary>
public sealed record ModelEvaluation
{
    /// <summary>The model's name, such as <c>mbg-nbd</c>.</summary>
    public required string Model { get; init; }

    /// <summary>A trial an origin, in their order.</summary>
    public required IReadOnlyList<ModelTrial> Trials { get; init; }

    /// <summary>Why the model gave no forecasts at some origin; null where it did at all.</summary>
    public LocalizedText? Failure => Trials.Select(trial => trial.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>Purchases forecast less purchases made, over all origins; 0 where there are no forecasts.</summary>
    public double TotalError => Trials.Sum(trial => trial.Accuracy is { } accuracy ? accuracy.PredictedTotal - accuracy.ActualTotal : 0);

    /// <summary>The log score over the origins with forecasts; null where there is none.</summary>
    public OverOrigins? LogScore => Average(trial => trial.LogScore);

    /// <summary>A figure of the trials averaged over the origins that have it; null where none has.</summary>
    public OverOrigins? Average(Func<ModelTrial, double?> figure)
    {
        if (figure is null)
            throw new ArgumentNullException(nameof(figure));
        double[] values = Trials.Select(figure).OfType<double>().ToArray();
        return values.Length == 0 ? null : new OverOrigins(values);
    }

    /// <summary>A figure of the accuracies averaged over the origins with forecasts; null where there is none.</summary>
    public OverOrigins? Average(Func<HoldoutAccuracy, double> figure)
    {
        if (figure is null)
            throw new ArgumentNullException(nameof(figure));
        return Average((ModelTrial trial) => trial.Accuracy is { } accuracy ? figure(accuracy) : null);
    }

    /// <summary>ln P(N = n) of every customer at every origin; null where a trial failed.</summary>
    internal double[]?[] CustomerScores { get; init; } = [];
}
