using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using NodaTime;

namespace CustomerValue.Reporting.Sections;

/// <summary>What the models expect beside what happened.</summary>
internal static class TrustSection
{
    public static void Write(Page page)
    {
        if (page.Appraisal.Choice is { } choice)
            ChoiceSection.Write(page, choice);
        page.Write("<div class=\"figures\">");
        if (page.Appraisal.Choice is { Tracking.Count: > 1, CalibrationEnd: { } end } held)
            Holdout(page, held.Tracking, end);
        if (page.Appraisal.Tracking.Count > 1)
        {
            Cumulative(page, page.Appraisal.Tracking);
            Incremental(page, page.Appraisal.Tracking);
        }

        if (page.Appraisal.FrequencyFit.Count > 0)
            Frequency(page, page.Appraisal.FrequencyFit);
        if (page.Appraisal.SpendClasses.Count > 0)
            Spend(page, page.Appraisal.SpendClasses);
        page.Write("</div>");
    }

    /// <summary>What the model, fitted on the first three quarters of the time, foretold of the last one.</summary>
    private static void Holdout(Page page, IReadOnlyList<TrackingPoint> points, LocalDate end)
    {
        TrackingPoint[] known = [.. points.Where(point => !point.IsForecast)];
        (double expectedBefore, long actualBefore) = known.Length == 0 ? (0, 0) : (known[^1].ExpectedCumulative, known[^1].ActualCumulative);
        double expected = points[^1].ExpectedCumulative - expectedBefore;
        long actual = points[^1].ActualCumulative - actualBefore;
        string takeaway = page.Sentence(ChartTexts.HoldoutTakeaway, page.Format.Date(end), Format.Number(expected), Format.Number(actual));
        string svg = Lines(page, points, page.Say(ChartTexts.HoldoutTitle), point => point.ActualCumulative, point => point.ExpectedCumulative, end);
        page.Figure(page.Say(ChartTexts.HoldoutTitle), takeaway, svg, page.Say(ChartTexts.HoldoutHow), ("line", ChartTexts.Actual), ("expected", ChartTexts.Expected));
    }

    private static void Cumulative(Page page, IReadOnlyList<TrackingPoint> points)
    {
        TrackingPoint last = points[^1];
        string takeaway = page.Sentence(ChartTexts.CumulativeTakeaway, page.Format.Date(last.LastDay), Format.Number(last.ExpectedCumulative), Format.Number(last.ActualCumulative));
        string svg = Lines(page, points, page.Say(ChartTexts.CumulativeTitle), point => point.ActualCumulative, point => point.ExpectedCumulative);
        page.Figure(page.Say(ChartTexts.CumulativeTitle), takeaway, svg, page.Say(ChartTexts.CumulativeHow), ("line", ChartTexts.Actual), ("expected", ChartTexts.Expected));
    }

    private static void Incremental(Page page, IReadOnlyList<TrackingPoint> all)
    {
        // A last period cut short by the end of the data would look like a collapse.
        static int Days(TrackingPoint from, TrackingPoint to) => Period.DaysBetween(from.LastDay, to.LastDay);
        bool cut = all.Count > 2 && Days(all[^2], all[^1]) < Days(all[^3], all[^2]);
        TrackingPoint[] points = [.. cut ? all.SkipLast(1) : all];
        static double Gap(TrackingPoint point) => Math.Abs(point.ActualIncremental - point.ExpectedIncremental);
        double actual = points.Sum(point => point.ActualIncremental);
        TrackingPoint worst = points.MaxBy(Gap)!;
        string takeaway = page.Sentence(ChartTexts.IncrementalTakeaway, Format.Percent(actual > 0 ? points.Sum(Gap) / actual : 0), page.Format.Date(worst.LastDay), Format.Number(worst.ExpectedIncremental), Format.Number(worst.ActualIncremental));
        string svg = Lines(page, points, page.Say(ChartTexts.IncrementalTitle), point => point.ActualIncremental, point => point.ExpectedIncremental);
        page.Figure(page.Say(ChartTexts.IncrementalTitle), takeaway, svg, page.Say(ChartTexts.IncrementalHow), ("line", ChartTexts.Actual), ("expected", ChartTexts.Expected));
    }

    private static string Lines(Page page, IReadOnlyList<TrackingPoint> points, string label, Func<TrackingPoint, double> actual, Func<TrackingPoint, double> expected, LocalDate? divide = null)
    {
        LocalDate first = points[0].LastDay;
        double Days(TrackingPoint point) => Period.DaysBetween(first, point.LastDay);
        int every = ((points.Count - 1) / 5) + 1;
        Axis x = new()
        {
            Title = page.Say(ChartTexts.Date),
            Min = 0,
            Max = Math.Max(1, Days(points[^1])),
            Ticks = [.. points.Where((_, i) => i % every == every / 2).Select(point => (Days(point), point.LastDay.ToString("uuuu-MM", System.Globalization.CultureInfo.InvariantCulture)))],
        };
        Chart chart = new(label, x, Axis.Count(page.Say(ChartTexts.RepeatPurchases), points.Max(point => Math.Max(actual(point), expected(point)))));
        if (divide is { } day)
            chart.Divide(Period.DaysBetween(first, day), page.Say(ChartTexts.HoldoutStarts));
        chart.Line(points.Select(point => (Days(point), actual(point))), "line");
        chart.Line(points.Select(point => (Days(point), expected(point))), "expected");
        return chart.ToSvg();
    }

    private static void Frequency(Page page, IReadOnlyList<FrequencyClass> classes)
    {
        string[] names = [.. classes.Select(c => c.OrMore ? $"{Format.Number(c.Frequency)}+" : Format.Number(c.Frequency))];
        Chart chart = new(page.Say(ChartTexts.CalibrationTitle), Axis.Places(page.Say(ChartTexts.RepeatPurchases), names, 12), Axis.Count(page.Say(PageTexts.Customers), classes.Max(c => Math.Max(c.Actual, c.Expected))));
        for (int i = 0; i < classes.Count; i++)
        {
            string tip = page.Say(ChartTexts.PairTip, names[i], Format.Number(classes[i].Actual), Format.Small(classes[i].Expected));
            chart.Bar(i + 0.1, i + 0.49, classes[i].Actual, "actual", tip);
            chart.Bar(i + 0.51, i + 0.9, classes[i].Expected, "model", tip);
        }

        FrequencyClass most = classes.MaxBy(c => c.Actual)!;
        string misplaced = Misplaced(classes.Select(c => ((double)c.Actual, c.Expected)));
        string takeaway = page.Sentence(ChartTexts.CalibrationTakeaway, Format.Number(most.Actual), Format.Number(most.Frequency), Format.Number(most.Expected), misplaced);
        page.Figure(page.Say(ChartTexts.CalibrationTitle), takeaway, chart.ToSvg(), page.Say(ChartTexts.CalibrationHow), ("actual", ChartTexts.Actual), ("model", ChartTexts.Expected));
    }

    private static void Spend(Page page, IReadOnlyList<SpendClass> classes)
    {
        string[] ranges = [.. classes.Select(c => double.IsInfinity(c.To) ? $"{Format.Amount(c.From)}+" : $"{Format.Amount(c.From)}–{Format.Amount(c.To)}")];
        // The last class is open: it is drawn as wide as the first.
        double width = classes[0].To - classes[0].From;
        double[] ends = [.. classes.Select(c => double.IsInfinity(c.To) ? c.From + width : c.To)];
        Axis x = Axis.Exactly(page.Format.WithCurrency(page.Say(ChartTexts.SpendAxis)), ends[^1], Format.Edge);
        Chart chart = new(page.Say(ChartTexts.SpendTitle), x, Axis.Count(page.Say(PageTexts.Customers), classes.Max(c => Math.Max(c.Actual, c.Expected))));
        for (int i = 0; i < classes.Count; i++)
            chart.Bar(classes[i].From + (0.05 * width), ends[i] - (0.05 * width), classes[i].Actual, "actual", page.Say(ChartTexts.PairTip, ranges[i], Format.Number(classes[i].Actual), Format.Small(classes[i].Expected)));
        chart.Line(classes.Zip(ends, (c, end) => ((c.From + end) / 2, c.Expected)), "expected");

        string most = ranges[classes.Index().MaxBy(c => c.Item.Actual).Index] + page.Format.Unit;
        string takeaway = page.Sentence(ChartTexts.SpendTakeaway, most, Misplaced(classes.Select(c => ((double)c.Actual, c.Expected))));
        page.Figure(page.Say(ChartTexts.SpendTitle), takeaway, chart.ToSvg(), page.Say(ChartTexts.SpendHow), ("actual", ChartTexts.Actual), ("expected", ChartTexts.Expected));
    }

    /// <summary>The least part of the customers that would have to change class for actual to be as expected.</summary>
    private static string Misplaced(IEnumerable<(double Actual, double Expected)> classes)
    {
        (double Actual, double Expected)[] all = [.. classes];
        double actual = all.Sum(c => c.Actual), expected = all.Sum(c => c.Expected);
        return Format.Percent(actual > 0 && expected > 0 ? all.Sum(c => Math.Abs((c.Actual / actual) - (c.Expected / expected))) / 2 : 0);
    }
}
