using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>Compares forecasts made at the end of a calibration with the purchases of the holdout after it.</summary>
public static class HoldoutEvaluation
{
    /// <summary>The accuracy of a model's forecasts: the mean for totals, the median for single customers.</summary>
    /// <param name="model">Fitted on <paramref name="calibration"/> alone; anything else would let it see what it forecasts.</param>
    /// <param name="calibration">At least one customer, in the model's unit.</param>
    /// <param name="holdout">The same customers in the same order.</param>
    /// <exception cref="DataRejectedException">No customers, or the holdout has another number of them.</exception>
    public static HoldoutAccuracy Evaluate(PurchaseModel model, SummaryColumns calibration, HoldoutColumns holdout)
    {
        _ = model ?? throw new ArgumentNullException(nameof(model));
        Check(calibration, holdout);
        double[] mean = new double[calibration.Count];
        model.ExpectedPurchases(calibration, holdout.Length, mean);
        return Evaluate(model, calibration, holdout, mean);
    }

    /// <summary>The same, given the mean forecasts.</summary>
    internal static HoldoutAccuracy Evaluate(PurchaseModel model, SummaryColumns calibration, HoldoutColumns holdout, double[] mean)
    {
        int[] median = new int[calibration.Count];
        model.PurchaseQuantiles(calibration, holdout.Length, 0.5, median);
        double absolute = 0;
        for (int row = 0; row < median.Length; row++)
            absolute += Math.Abs(median[row] - holdout.Frequency[row]);
        return Compare(mean, holdout) with { MedianMeanAbsoluteError = absolute / median.Length };
    }

    /// <summary>
    /// The benchmark that every model must beat: each customer goes on at the rate of the calibration, x / T · length.
    /// A customer acquired on the last day, whose T is 0, is forecast to buy nothing.
    /// </summary>
    /// <param name="calibration">At least one customer.</param>
    /// <param name="holdout">The same customers in the same order.</param>
    /// <exception cref="DataRejectedException">No customers, or the holdout has another number of them.</exception>
    public static HoldoutAccuracy Naive(SummaryColumns calibration, HoldoutColumns holdout)
    {
        Check(calibration, holdout);
        double[] forecast = new double[calibration.Count];
        for (int row = 0; row < forecast.Length; row++)
            forecast[row] = calibration.Age[row] > 0 ? calibration.Frequency[row] / calibration.Age[row] * holdout.Length : 0;
        return Compare(forecast, holdout);
    }

    internal static void Check(SummaryColumns calibration, HoldoutColumns holdout)
    {
        _ = calibration ?? throw new ArgumentNullException(nameof(calibration));
        _ = holdout ?? throw new ArgumentNullException(nameof(holdout));
        if (calibration.Count == 0)
            throw new DataRejectedException(new DataProblem { Message = "There are no customers to evaluate on; give at least one." });
        if (holdout.Count != calibration.Count)
            throw new DataRejectedException(new DataProblem { Message = $"The holdout has {holdout.Count} customers and the calibration {calibration.Count}; they must be the same customers in the same order." });
    }

    private static HoldoutAccuracy Compare(double[] forecast, HoldoutColumns holdout)
    {
        double absolute = 0, squared = 0, predicted = 0;
        long actual = 0;
        for (int row = 0; row < forecast.Length; row++)
        {
            double error = forecast[row] - holdout.Frequency[row];
            absolute += Math.Abs(error);
            squared += error * error;
            predicted += forecast[row];
            actual += holdout.Frequency[row];
        }

        return new()
        {
            Customers = forecast.Length,
            MeanAbsoluteError = absolute / forecast.Length,
            RootMeanSquareError = Math.Sqrt(squared / forecast.Length),
            PredictedTotal = predicted,
            ActualTotal = actual,
        };
    }
}
