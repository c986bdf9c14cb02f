using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>Chooses a model of purchases by the last quarter of the time observed, held out from the fits.</summary>
public static class ModelChooser
{
    /// <summary>More customers than this make the comparison slower but no wiser: so many are drawn by their ids.</summary>
    private const int LargestSample = 20_000;

    /// <summary>With fewer customers or purchases in the holdout nothing is told apart.</summary>
    private const int FewestCustomers = 50, FewestPurchases = 20;

    /// <summary>More points than this are too many for a curve that people look at.</summary>
    private const int LongestCurve = 120;

    /// <summary>
    /// Chooses. The standard is MBG/NBD where it is among the candidates, else the first; another is taken where it is clearly better
    /// (<see cref="PairedComparison.IsClearlyBetter"/>). At most 20,000 customers are compared; which ones follows from their ids.
    /// The models get the gaps between purchases too; where one that reads them is chosen, fit it on summaries by <see cref="PurchaseSummaryBuilder.BuildDetailed"/>.
    /// </summary>
    /// <param name="purchases">All purchases.</param>
    /// <param name="lastDay">The last day observed.</param>
    /// <param name="unit">The unit of the models.</param>
    /// <param name="candidates">At least one, each of another name.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ModelChoice Choose(PurchaseSummaryBuilder purchases, LocalDate lastDay, TimeUnit unit, IReadOnlyList<IPurchaseModelEstimator> candidates, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (candidates is null || candidates.Count == 0)
            throw new DataRejectedException(new DataProblem { Field = nameof(candidates), Message = "There is no model to choose from; give at least one." });
        IPurchaseModelEstimator standard = candidates.FirstOrDefault(candidate => candidate.Name == Recommend.Standard) ?? candidates[0];
        LocalDate first = purchases.FirstDate ?? lastDay;
        int days = Period.DaysBetween(first, lastDay) + 1;
        LocalDate cut = lastDay.PlusDays(-days / 4);
        if (days < 8)
            return TooLittle(standard);

        PurchaseSummaryBuilder sample = purchases.Sample(LargestSample);
        PurchaseSummaries known = sample.BuildDetailed(ObservationWindow.Through(cut), unit, cancellationToken);
        if (known.Count < FewestCustomers)
            return TooLittle(standard);
        HoldoutColumns holdout = sample.BuildHoldout(known, lastDay, cancellationToken);
        if (Total(holdout) < FewestPurchases)
            return TooLittle(standard);

        ModelComparison comparison = ModelComparison.Of(candidates, [new() { CalibrationEnd = cut, Calibration = known.Columns, Holdout = holdout }], options, cancellationToken);
        string? name = comparison.Recommendation.Model;
        return new()
        {
            Estimator = candidates.FirstOrDefault(candidate => candidate.Name == name) ?? standard,
            Reason = comparison.Recommendation.Reason,
            Comparison = comparison,
            CalibrationEnd = cut,
            Tracking = name is null ? [] : Track(comparison.Models.First(model => model.Model == name).Trials[0].Model!, sample, known, cut, lastDay, cancellationToken),
        };
    }

    /// <summary>The curve of the calibration's customers alone: whoever came later was not there to be forecast.</summary>
    private static IReadOnlyList<TrackingPoint> Track(PurchaseModel model, PurchaseSummaryBuilder sample, PurchaseSummaries known, LocalDate cut, LocalDate lastDay, CancellationToken cancellationToken)
    {
        HashSet<CustomerId> there = [.. known.Columns.Customers.ToArray()];
        PurchaseSummaries whole = sample.Only(customer => there.Contains(new CustomerId(customer))).Build(ObservationWindow.Through(lastDay), model.Unit, cancellationToken);
        int days = whole.RepeatPurchasesByDay.Length;
        return Tracking.OutOfSample(model, whole, cut, 7 * Math.Max(1, (int)Math.Ceiling(days / 7.0 / LongestCurve)));
    }

    private static long Total(HoldoutColumns holdout)
    {
        long total = 0;
        foreach (int count in holdout.Frequency)
            total += count;
        return total;
    }

    private static ModelChoice TooLittle(IPurchaseModelEstimator standard) => new()
    {
        Estimator = standard,
        Reason = new(
            $"{standard.Name} is taken unexamined: there is too little to hold a quarter of the time out and compare models by it.",
            $"直接采用 {standard.Name}：数据太少，无法留出四分之一的时间来比较模型。"),
    };
}
