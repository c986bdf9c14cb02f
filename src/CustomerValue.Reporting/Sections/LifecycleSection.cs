using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Stages of the lifecycle: how many customers are in each, how that came about, how they move, and what changed last.</summary>
internal static class LifecycleSection
{
    /// <summary>Colours of the phases in their order; stages outside come last.</summary>
    private static readonly string[] Styles = ["upside", "residual", "referred"];
    private const string OutsideStyle = "reach";

    public static void Write(Page page, StageColumns stages)
    {
        page.Write("<div class=\"figures\">");
        Funnel(page, stages);
        if (page.Appraisal.Sources?.StagesOverTime is { } timeline)
            Sizes(page, timeline);
        page.Write("</div>");
        if (page.Appraisal.Sources?.StagesOverTime is { } moved)
            StageMoves.Write(page, moved);
        if (page.Appraisal.Alerts.Count > 0)
            AlertTable.Write(page, page.Appraisal.Alerts);
    }

    private static void Funnel(Page page, StageColumns stages)
    {
        LifecycleDefinition definition = stages.Definition;
        int all = Math.Max(1, stages.Sizes.Sum());
        StackPart Part(int stage) => new(Style(definition, stage), stages.Sizes[stage], "");
        int[] shown = Shown(definition, stages.Sizes);
        StackedBars bars = new(shown.Select(stage => (IReadOnlyList<StackPart>)[Part(stage)]));
        foreach (int stage in shown)
        {
            string name = page.Say(definition.Stages[stage].Label), size = Format.Number(stages.Sizes[stage]), share = Format.Percent((double)stages.Sizes[stage] / all);
            bars.Add(name, size, [Part(stage)], page.Say(SegmentTexts.PlaceTip, name, size, share));
        }

        string takeaway = page.Sentence(LifecycleTexts.FunnelTakeaway, Percent(stages, all, "maintenance"), Percent(stages, all, "retention"), Format.Percent((double)Count(definition, stages.Sizes, stage => stage.Key == "lost") / all));
        page.Figure(page.Say(LifecycleTexts.Funnel), takeaway, bars.ToMarkup(), page.Say(LifecycleTexts.FunnelHow), Legend(definition));
    }

    private static void Sizes(Page page, StageTimeline timeline)
    {
        LifecycleDefinition definition = timeline.Definition;
        int days = timeline.Dates.Count;
        IReadOnlyList<int>[] sizes = [.. Enumerable.Range(0, days).Select(timeline.Sizes)];
        string[] labels = [.. timeline.Dates.Select(date => date.ToString("uuuu-MM", null))];
        Chart chart = new(page.Say(LifecycleTexts.Sizes), Axis.Places("", labels, 6), Axis.Count(page.Say(PageTexts.Customers), sizes.Max(each => each.Sum())), 420);
        double[] below = new double[days];
        foreach (int stage in Enumerable.Range(0, definition.Stages.Count).Where(stage => sizes.Any(each => each[stage] > 0)).OrderBy(stage => Phase(definition, stage)).ThenBy(stage => stage))
        {
            double[] above = [.. below.Select((low, day) => low + sizes[day][stage])];
            string name = page.Say(definition.Stages[stage].Label);
            chart.Area(below.Select((low, day) => (day + 0.5, low, above[day])), "area " + Style(definition, stage), page.Say(LifecycleTexts.SizesTip, name, Format.Number(sizes[days - 1][stage]), page.Format.Date(timeline.Dates[days - 1])));
            below = above;
        }

        int Kept(int day) => Count(definition, sizes[day], stage => PhaseKey(definition, stage.Key) == "maintenance");
        int Slipping(int day) => Count(definition, sizes[day], stage => PhaseKey(definition, stage.Key) == "retention" || stage.Key == "lost");
        string takeaway = page.Sentence(LifecycleTexts.SizesTakeaway, page.Format.Date(timeline.Dates[0]), page.Format.Date(timeline.Dates[days - 1]), Format.Number(Kept(0)), Format.Number(Kept(days - 1)), Format.Number(Slipping(0)), Format.Number(Slipping(days - 1)));
        page.Figure(page.Say(LifecycleTexts.Sizes), takeaway, chart.ToSvg(), page.Say(LifecycleTexts.SizesHow), Legend(definition));
    }

    private static int[] Shown(LifecycleDefinition definition, IReadOnlyList<int> sizes) =>
        [.. Enumerable.Range(0, definition.Stages.Count).Where(stage => sizes[stage] > 0).OrderBy(stage => Phase(definition, stage)).ThenBy(stage => stage)];

    private static (string, LocalizedText)[] Legend(LifecycleDefinition definition) => definition.Groupings.Count == 0 ? []
        : [.. definition.Groupings[0].Groups.Select((group, at) => (Styles[Math.Min(at, Styles.Length - 1)], group.Label)), (OutsideStyle, LifecycleTexts.Outside)];

    private static string Style(LifecycleDefinition definition, int stage) => Phase(definition, stage) is var phase && phase < int.MaxValue ? Styles[Math.Min(phase, Styles.Length - 1)] : OutsideStyle;

    private static int Phase(LifecycleDefinition definition, int stage)
    {
        int at = definition.Groupings.Count == 0 ? -1 : definition.Groupings[0].Groups.ToList().FindIndex(group => group.Stages.Contains(definition.Stages[stage].Key));
        return at < 0 ? int.MaxValue : at;
    }

    private static string? PhaseKey(LifecycleDefinition definition, string stage) => definition.Groupings.Count == 0 ? null : definition.Groupings[0].GroupOf(stage)?.Key;

    private static int Count(LifecycleDefinition definition, IReadOnlyList<int> sizes, Func<LifecycleStage, bool> counts) =>
        Enumerable.Range(0, sizes.Count).Where(stage => counts(definition.Stages[stage])).Sum(stage => sizes[stage]);

    private static string Percent(StageColumns stages, int all, string phase) =>
        Format.Percent((double)Count(stages.Definition, stages.Sizes, stage => PhaseKey(stages.Definition, stage.Key) == phase) / all);
}
