using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// From days of purchases to histories. A day is the stretch of time that ends with it: whoever bought first on day 0 can be seen to
/// buy again on the days 1 to T, with the covariates of those days, and recency and age are differences of days, as everywhere.
/// </summary>
public static class PurchaseDays
{
    /// <summary>The days on which each customer bought, in order. Lines with an amount below 0 are refunds and no purchases; what they undo is not taken back.</summary>
    public static IReadOnlyDictionary<CustomerId, IReadOnlyList<LocalDate>> Of(IEnumerable<Purchase> purchases) =>
        (purchases ?? throw new ArgumentNullException(nameof(purchases))).Where(line => line.Amount >= 0).GroupBy(line => line.Customer)
            .ToDictionary(own => own.Key, own => (IReadOnlyList<LocalDate>)own.Select(line => line.Date.WithCalendar(CalendarSystem.Iso)).Distinct().OrderBy(day => day).ToArray());

    /// <summary>Histories of all customers who bought up to and including <paramref name="lastDay"/>, ordered by customer id; later days are as if they were not there.</summary>
    /// <param name="days">The days on which each customer bought, in any order; a day given twice is one.</param>
    /// <param name="lastDay">The last day of observation.</param>
    /// <param name="covariates">The covariates that all customers share. They cover the earliest first purchase to <paramref name="lastDay"/>, and the horizon where forecasts are made.</param>
    /// <param name="unit">The unit of time.</param>
    /// <param name="continuation">What holds after the last period.</param>
    /// <exception cref="DataRejectedException">Days that the covariates don't cover; names the customers.</exception>
    public static CovariateHistories Histories(IReadOnlyDictionary<CustomerId, IReadOnlyList<LocalDate>> days, LocalDate lastDay, PeriodCovariates covariates, TimeUnit unit, PathContinuation continuation = PathContinuation.None) =>
        Histories(days, lastDay, [covariates], _ => 0, unit, continuation);

    /// <summary>The same with several tables, of which each customer follows one: covariates of segments, or of single customers.</summary>
    /// <param name="days">The days on which each customer bought.</param>
    /// <param name="lastDay">The last day of observation.</param>
    /// <param name="covariates">Tables over the same periods with the same covariates.</param>
    /// <param name="table">The number of the table that a customer follows.</param>
    /// <param name="unit">The unit of time.</param>
    /// <param name="continuation">What holds after the last period.</param>
    public static CovariateHistories Histories(
        IReadOnlyDictionary<CustomerId, IReadOnlyList<LocalDate>> days,
        LocalDate lastDay,
        IReadOnlyList<PeriodCovariates> covariates,
        Func<CustomerId, int> table,
        TimeUnit unit,
        PathContinuation continuation = PathContinuation.None)
    {
        if (days is null || table is null)
            throw new ArgumentNullException(days is null ? nameof(days) : nameof(table));
        CovariatePaths paths = CovariatePaths.Of(covariates, unit, continuation);
        CovariatePeriods periods = covariates[0].Periods;
        (CustomerId Customer, int[] Ends)[] seen = days
            .Select(own => (Customer: own.Key, Ends: own.Value.Where(day => day.WithCalendar(CalendarSystem.Iso) <= lastDay.WithCalendar(CalendarSystem.Iso)).Select(periods.EndOf).Distinct().OrderBy(end => end).ToArray()))
            .Where(own => own.Ends.Length > 0).OrderBy(own => own.Customer).ToArray();
        ProblemList problems = new();
        foreach ((CustomerId customer, int[] ends) in seen.Where(own => own.Ends[0] < 1))
            problems.Add(null, customer.Value, periods.Start.PlusDays(ends[0] - 1).ToString(), $"is before {periods.Start}, where the covariates begin; let them begin earlier.");
        if (lastDay.WithCalendar(CalendarSystem.Iso) > periods.LastDay)
            problems.Add(null, nameof(lastDay), lastDay.ToString(), $"is after {periods.LastDay}, where the covariates end; they must cover the whole observation.");
        problems.ThrowIfAny();

        double width = unit.Days();
        int last = periods.EndOf(lastDay);
        double[][] times = seen.Select(own => own.Ends.Skip(1).Select(end => (end - own.Ends[0]) / width).ToArray()).ToArray();
        int[] path = seen.Select(own => table(own.Customer)).ToArray();
        double[] start = seen.Select(own => own.Ends[0] / width).ToArray();
        double[] sums = new double[seen.Length * paths.Names.Count];
        for (int row = 0; row < seen.Length; row++)
            CovariateSums.Over(paths, path[row], start[row], times[row], sums.AsSpan(row * paths.Names.Count, paths.Names.Count));
        SummaryColumns columns = new(
            unit,
            times.Select(own => own.Length).ToArray(),
            times.Select(own => own.Length == 0 ? 0 : own[own.Length - 1]).ToArray(),
            seen.Select(own => (last - own.Ends[0]) / width).ToArray(),
            customers: seen.Select(own => own.Customer).ToArray());
        return new(columns, paths, start, sums, covariates.Count == 1 ? null : path);
    }
}
