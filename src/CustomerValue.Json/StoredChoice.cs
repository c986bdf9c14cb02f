using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Choice;
using NodaTime;

namespace CustomerValue.Json;

/// <summary>Why an appraisal took its model of purchases.</summary>
public sealed record StoredChoice
{
    /// <summary>The model chosen.</summary>
    public required string Model { get; init; }

    /// <summary>Why.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>The last day on which the compared models were fitted; null where nothing was compared.</summary>
    public LocalDate? CalibrationEnd { get; init; }

    /// <summary>The models compared; empty where nothing was.</summary>
    public IReadOnlyList<StoredTrial> Compared { get; init; } = [];

    /// <summary>The choice of an appraisal.</summary>
    public static StoredChoice Of(ModelChoice choice)
    {
        if (choice is null)
            throw new ArgumentNullException(nameof(choice));
        return new()
        {
            Model = choice.Estimator.Name,
            Reason = choice.Reason,
            CalibrationEnd = choice.CalibrationEnd,
            Compared = (choice.Comparison?.Models ?? []).Select(model => new StoredTrial
            {
                Model = model.Model,
                LogScore = model.LogScore?.Mean,
                MeanAbsoluteError = model.Trials[0].Accuracy?.MeanAbsoluteError,
                PredictedTotal = model.Trials[0].Accuracy?.PredictedTotal,
                ActualTotal = model.Trials[0].Accuracy?.ActualTotal,
                Failure = model.Failure,
            }).ToArray(),
        };
    }
}

/// <summary>How a model that was compared did in the holdout.</summary>
public sealed record StoredTrial
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Mean log-probability of what customers bought; null where it gave no forecasts.</summary>
    public double? LogScore { get; init; }

    /// <summary>Mean absolute error of the mean forecast; null where it gave none.</summary>
    public double? MeanAbsoluteError { get; init; }

    /// <summary>Purchases forecast; null where it gave no forecasts.</summary>
    public double? PredictedTotal { get; init; }

    /// <summary>Purchases made; null where it gave no forecasts.</summary>
    public double? ActualTotal { get; init; }

    /// <summary>Why it gave no forecasts; null where it did.</summary>
    public LocalizedText? Failure { get; init; }
}
