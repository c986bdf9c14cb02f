using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>Follows a base through time: how many repeat purchases a model expects of it, and how many it made.</summary>
public static class Tracking
{
    /// <summary>Expected and actual repeat purchases by period, from the day of the earliest first purchase to the end of the window.</summary>
    /// <param name="model">The model.</param>
    /// <param name="purchases">The base.</param>
    /// <param name="daysPerPeriod">Length of a period, ≥ 1; 7 is a week. The last period ends with the window and may be shorter.</param>
    public static IReadOnlyList<TrackingPoint> Curve(PurchaseModel model, PurchaseSummaries purchases, int daysPerPeriod = 7) => Curve(model, purchases, daysPerPeriod, null);

    /// <summary>
    /// The same beyond the calibration: the purchases go on after the model was fitted, and the periods after
    /// <paramref name="calibrationEnd"/> are forecasts. A period ends with that day, so the first one may be shorter.
    /// Whoever is acquired later is taken as known; leave such customers out for a forecast of the calibration's customers alone.
    /// </summary>
    /// <param name="model">Fitted on what was known on <paramref name="calibrationEnd"/>.</param>
    /// <param name="purchases">The base, to the end of the holdout.</param>
    /// <param name="calibrationEnd">The last day that the model was fitted on.</param>
    /// <param name="daysPerPeriod">Length of a period, ≥ 1.</param>
    public static IReadOnlyList<TrackingPoint> OutOfSample(PurchaseModel model, PurchaseSummaries purchases, LocalDate calibrationEnd, int daysPerPeriod = 7) =>
        Curve(model, purchases, daysPerPeriod, calibrationEnd);

    private static List<TrackingPoint> Curve(PurchaseModel model, PurchaseSummaries purchases, int daysPerPeriod, LocalDate? calibrationEnd)
    {
        if (model is null)
            throw new ArgumentNullException(nameof(model));
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (daysPerPeriod < 1)
            throw new ArgumentOutOfRangeException(nameof(daysPerPeriod), daysPerPeriod, "A period is at least a day long.");
        int days = purchases.RepeatPurchasesByDay.Length;
        if (days == 0)
            return [];

        int first = int.MaxValue;
        foreach (int day in purchases.FirstDays)
            first = Math.Min(first, day);
        int[] acquired = new int[days];
        foreach (int day in purchases.FirstDays)
            acquired[day - first]++;
        // What a new customer buys depends on the days since the first purchase alone: each length is asked for once.
        double[] expectedAfter = new double[days];
        for (int day = 1; day < days; day++)
            expectedAfter[day] = double.NaN;
        int lastAcquired = Array.FindLastIndex(acquired, count => count > 0);
        // Days of the calibration, counted from the first one; a period ends with the last of them.
        int calibrated = calibrationEnd is { } end ? Period.DaysBetween(PurchaseSummaries.Epoch, end.WithCalendar(CalendarSystem.Iso)) - first + 1 : days;
        int next = calibrationEnd is null || calibrated <= 0 || calibrated % daysPerPeriod == 0 ? daysPerPeriod : calibrated % daysPerPeriod;

        List<TrackingPoint> curve = [];
        double previous = 0;
        long actual = 0;
        for (int start = 0; start < days; start = next, next += daysPerPeriod)
        {
            int last = Math.Min(next, days) - 1;
            double expected = 0;
            for (int day = 0; day <= Math.Min(last, lastAcquired); day++)
            {
                if (acquired[day] == 0)
                    continue;
                if (double.IsNaN(expectedAfter[last - day]))
                    expectedAfter[last - day] = model.ExpectedPurchases((last - day) / model.Unit.Days());
                expected += acquired[day] * expectedAfter[last - day];
            }

            long made = 0;
            for (int day = start; day <= last; day++)
                made += purchases.RepeatPurchasesByDay[day];
            actual += made;
            curve.Add(new TrackingPoint
            {
                LastDay = PurchaseSummaries.Epoch.PlusDays(first + last),
                ExpectedCumulative = expected,
                ActualCumulative = actual,
                ExpectedIncremental = expected - previous,
                ActualIncremental = made,
                IsForecast = last >= calibrated,
            });
            previous = expected;
        }

        return curve;
    }
}
