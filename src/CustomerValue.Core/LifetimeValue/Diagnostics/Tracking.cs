using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>Follows a base through time: how many repeat purchases a model expects of it, and how many it made.</summary>
public static class Tracking
{
    /// <summary>Expected and actual repeat purchases by period, from the day of the earliest first purchase to the end of the window.</summary>
    /// <param name="model">The model.</param>
    /// <param name="purchases">The base.</param>
    /// <param name="daysPerPeriod">Length of a period, ≥ 1; 7 is a week. The last period ends with the window and may be shorter.</param>
    public static IReadOnlyList<TrackingPoint> Curve(PurchaseModel model, PurchaseSummaries purchases, int daysPerPeriod = 7)
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

        List<TrackingPoint> curve = [];
        double previous = 0;
        long actual = 0;
        for (int start = 0; start < days; start += daysPerPeriod)
        {
            int last = Math.Min(start + daysPerPeriod, days) - 1;
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
            });
            previous = expected;
        }

        return curve;
    }
}
