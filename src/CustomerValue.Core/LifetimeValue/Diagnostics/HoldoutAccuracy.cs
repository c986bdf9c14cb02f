namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>How well forecasts of a holdout met what happened in it. Errors are forecast − actual, in purchases of one customer.</summary>
public sealed record HoldoutAccuracy
{
    /// <summary>Customers compared.</summary>
    public required int Customers { get; init; }

    /// <summary>Mean absolute error of the mean forecast; ≥ 0.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>Root of the mean squared error of the mean forecast; ≥ 0.</summary>
    public required double RootMeanSquareError { get; init; }

    /// <summary>Purchases forecast for all customers together.</summary>
    public required double PredictedTotal { get; init; }

    /// <summary>Purchases that happened.</summary>
    public required long ActualTotal { get; init; }

    /// <summary>Mean error: above 0 where too many purchases were forecast.</summary>
    public double Bias => (PredictedTotal - ActualTotal) / Customers;

    /// <summary>Mean absolute error of the median forecast, the better one for a single customer; null for a forecast without a distribution.</summary>
    public double? MedianMeanAbsoluteError { get; init; }
}
