using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>A day from which forecasts are made: what was known on it, and what came after.</summary>
public sealed record ForecastOrigin
{
    /// <summary>The last day of the calibration; null where the columns don't say.</summary>
    public LocalDate? CalibrationEnd { get; init; }

    /// <summary>What was known; the models are fitted on this alone. At least one customer.</summary>
    public required SummaryColumns Calibration { get; init; }

    /// <summary>What the same customers, in the same order, did afterwards.</summary>
    public required HoldoutColumns Holdout { get; init; }

    /// <summary>
    /// Rolling origins: <paramref name="count"/> holdouts of equal length that follow each other up to <paramref name="lastDay"/>,
    /// the earliest first. For each, the purchases are summed up as they were known on the last day before it, with the gaps that models of regular buyers read.
    /// </summary>
    /// <param name="purchases">All purchases.</param>
    /// <param name="lastDay">The last day of the last holdout.</param>
    /// <param name="unit">The unit of the models.</param>
    /// <param name="count">How many origins, ≥ 1.</param>
    /// <param name="holdoutDays">Days of a holdout, ≥ 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count or length below 1, or nobody had bought before the first holdout.</exception>
    public static IReadOnlyList<ForecastOrigin> Rolling(PurchaseSummaryBuilder purchases, LocalDate lastDay, TimeUnit unit, int count, int holdoutDays, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "There is at least one origin.");
        if (holdoutDays < 1)
            throw new ArgumentOutOfRangeException(nameof(holdoutDays), holdoutDays, "A holdout is at least a day long.");
        List<ForecastOrigin> origins = [];
        for (int back = count; back > 0; back--)
        {
            LocalDate end = lastDay.PlusDays(-back * holdoutDays);
            PurchaseSummaries known = purchases.BuildDetailed(ObservationWindow.Through(end), unit, cancellationToken);
            if (known.Count == 0)
                throw new ArgumentOutOfRangeException(nameof(count), count, $"Nobody had bought by {end:uuuu-MM-dd}; take fewer origins or shorter holdouts.");
            origins.Add(new() { CalibrationEnd = end, Calibration = known.Columns, Holdout = purchases.BuildHoldout(known, end.PlusDays(holdoutDays), cancellationToken) });
        }

        return origins;
    }
}
