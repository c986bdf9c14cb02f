using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Diagnostics;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>One model at one origin: how its fit went, and how its forecasts met the holdout.</summary>
public sealed record ModelTrial
{
    /// <summary>The fit on the calibration; null where the model refused the data.</summary>
    public FitReport? Fit { get; init; }

    /// <summary>The fitted model; null where there is none with a finite optimum.</summary>
    public PurchaseModel? Model { get; init; }

    /// <summary>Why there are no forecasts; null where there are.</summary>
    public LocalizedText? Failure { get; init; }

    /// <summary>Errors of the forecasts; null where there are none.</summary>
    public HoldoutAccuracy? Accuracy { get; init; }

    /// <summary>
    /// Log score: the mean of ln P(N = n) over the customers, where n is what each bought in the holdout. The larger the better; it
    /// judges the whole predictive distribution. A probability below 1e-300 counts as 1e-300. Null where there are no forecasts.
    /// </summary>
    public double? LogScore { get; init; }

    /// <summary>Forecast and actual purchases by tenths of the customers, the least promising first; empty where there are no forecasts.</summary>
    public IReadOnlyList<ForecastClass> Deciles { get; init; } = [];
}
