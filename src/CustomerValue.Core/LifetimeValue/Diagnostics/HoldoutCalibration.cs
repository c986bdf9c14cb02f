using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>
/// Forecasts of a holdout and what happened in it, by groups of customers: a model may have the total right and yet expect too
/// much of the best and too little of the rest.
/// </summary>
public static class HoldoutCalibration
{
    /// <summary>By the forecast itself: groups of equally many customers, the least promising first.</summary>
    /// <param name="model">Fitted on <paramref name="calibration"/> alone.</param>
    /// <param name="calibration">At least one customer.</param>
    /// <param name="holdout">The same customers in the same order.</param>
    /// <param name="classes">How many groups, ≥ 1; 10 are deciles. Fewer where there are fewer customers.</param>
    public static IReadOnlyList<ForecastClass> ByForecast(PurchaseModel model, SummaryColumns calibration, HoldoutColumns holdout, int classes = 10)
    {
        double[] expected = Expected(model, calibration, holdout);
        return ByForecast(expected, holdout, classes);
    }

    /// <summary>By repeat purchases in the calibration: 0, 1, 2 … and the last class with that number and more.</summary>
    /// <param name="model">Fitted on <paramref name="calibration"/> alone.</param>
    /// <param name="calibration">At least one customer.</param>
    /// <param name="holdout">The same customers in the same order.</param>
    /// <param name="highest">The last class, ≥ 1. Classes without customers are left out.</param>
    public static IReadOnlyList<ForecastClass> ByFrequency(PurchaseModel model, SummaryColumns calibration, HoldoutColumns holdout, int highest = 7)
    {
        if (highest < 1)
            throw new ArgumentOutOfRangeException(nameof(highest), highest, "There are at least the classes 0 and 1 or more.");
        double[] expected = Expected(model, calibration, holdout);
        double[] frequency = new double[calibration.Count];
        for (int row = 0; row < frequency.Length; row++)
            frequency[row] = calibration.Frequency[row];
        return Grouped(frequency, expected, holdout, x => (int)Math.Min(x, highest), highest + 1);
    }

    /// <summary>By recency, the time from the first to the last purchase: those without a repeat purchase at 0, then classes of equal width.</summary>
    /// <param name="model">Fitted on <paramref name="calibration"/> alone.</param>
    /// <param name="calibration">At least one customer.</param>
    /// <param name="holdout">The same customers in the same order.</param>
    /// <param name="classes">How many classes above 0, ≥ 1. Classes without customers are left out.</param>
    public static IReadOnlyList<ForecastClass> ByRecency(PurchaseModel model, SummaryColumns calibration, HoldoutColumns holdout, int classes = 10)
    {
        if (classes < 1)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There is at least one class.");
        double[] expected = Expected(model, calibration, holdout);
        double[] recency = calibration.Recency.ToArray();
        double width = recency.Max() / classes;
        return Grouped(recency, expected, holdout, at => at == 0 ? 0 : 1 + Math.Min(classes - 1, (int)(at / width)), classes + 1);
    }

    internal static IReadOnlyList<ForecastClass> ByForecast(double[] expected, HoldoutColumns holdout, int classes)
    {
        if (classes < 1)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There is at least one class.");
        // A stable sort: equal forecasts keep the order of the rows, so that the groups never change from run to run.
        int[] order = [.. Enumerable.Range(0, expected.Length).OrderBy(row => expected[row])];
        List<ForecastClass> groups = [];
        for (int group = 0; group < classes; group++)
        {
            int from = (int)((long)order.Length * group / classes);
            int to = (int)((long)order.Length * (group + 1) / classes);
            if (to > from)
                groups.Add(Of(order.Skip(from).Take(to - from), expected, expected, holdout));
        }

        return groups;
    }

    private static double[] Expected(PurchaseModel model, SummaryColumns calibration, HoldoutColumns holdout)
    {
        _ = model ?? throw new ArgumentNullException(nameof(model));
        HoldoutEvaluation.Check(calibration, holdout);
        double[] expected = new double[calibration.Count];
        model.ExpectedPurchases(calibration, holdout.Length, expected);
        return expected;
    }

    private static ForecastClass[] Grouped(double[] by, double[] expected, HoldoutColumns holdout, Func<double, int> group, int groups)
    {
        ILookup<int, int> rows = Enumerable.Range(0, by.Length).ToLookup(row => group(by[row]));
        return Enumerable.Range(0, groups).Where(rows.Contains).Select(number => Of(rows[number], by, expected, holdout)).ToArray();
    }

    private static ForecastClass Of(IEnumerable<int> rows, double[] by, double[] expected, HoldoutColumns holdout)
    {
        (double from, double to, double sum) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        (int customers, long actual) = (0, 0);
        foreach (int row in rows)
        {
            (from, to) = (Math.Min(from, by[row]), Math.Max(to, by[row]));
            sum += expected[row];
            actual += holdout.Frequency[row];
            customers++;
        }

        return new() { From = from, To = to, Customers = customers, Expected = sum, Actual = actual };
    }
}
