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
    private const string OutsideStyle = "reach", Kept = "maintenance", Slipping = "retention";

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

        string Percent(Func<LifecycleStage, bool> counts) => Format.Percent((double)Count(definition, stages.Sizes, counts) / all);
        int largest = Enumerable.Range(0, stages.Sizes.Count).MaxBy(stage => stages.Sizes[stage]);
        string takeaway = IsUsual(definition)
            ? page.Sentence(LifecycleTexts.FunnelTakeaway, Percent(stage => IsIn(definition, stage, Kept)), Percent(stage => IsIn(definition, stage, Slipping)), Percent(IsLost))
            : page.Sentence(LifecycleTexts.LargestTakeaway, page.Say(definition.Stages[largest].Label), Percent(stage => stage == definition.Stages[largest]));
        page.Figure(page.Say(LifecycleTexts.Funnel), takeaway, bars.ToMarkup(), page.Say(LifecycleTexts.FunnelHow), Legend(definition));
    }

    private static void Sizes(Page page, StageTimeline timeline)
    {
        LifecycleDefinition definition = timeline.Definition;
        int days = timeline.Dates.Count;
        IReadOnlyList<int>[] sizes = [.. Enumerable.Range(0, days).Select(timeline.Sizes)];
        string[] labels = [.. timeline.Dates.Select(date => date.ToString("uuuu-MM", null))];
        Chart chart = new(page.Say(LifecycleTexts.Sizes), Axis.Places("", labels, 5), Axis.Count(page.Say(PageTexts.Customers), sizes.Max(each => each.Sum())), 420);
        double[] below = new double[days];
        foreach (int stage in Enumerable.Range(0, definition.Stages.Count).Where(stage => sizes.Any(each => each[stage] > 0)).OrderBy(stage => Phase(definition, stage)).ThenBy(stage => stage))
        {
            double[] above = [.. below.Select((low, day) => low + sizes[day][stage])];
            string name = page.Say(definition.Stages[stage].Label);
            chart.Area(below.Select((low, day) => (day + 0.5, low, above[day])), "area " + Style(definition, stage), page.Say(LifecycleTexts.SizesTip, name, Format.Number(sizes[days - 1][stage]), page.Format.Date(timeline.Dates[days - 1])));
            below = above;
        }

        string Number(int day, Func<LifecycleStage, bool> counts) => Format.Number(Count(definition, sizes[day], counts));
        string[] Ends(Func<LifecycleStage, bool> counts) => [Number(0, counts), Number(days - 1, counts)];
        string[] dates = [page.Format.Date(timeline.Dates[0]), page.Format.Date(timeline.Dates[days - 1])];
        string takeaway = IsUsual(definition)
            ? page.Sentence(LifecycleTexts.SizesTakeaway, [.. dates, .. Ends(stage => IsIn(definition, stage, Kept)), .. Ends(stage => IsIn(definition, stage, Slipping) || IsLost(stage))])
            : page.Sentence(LifecycleTexts.AllTakeaway, [.. dates, .. Ends(_ => true)]);
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

    /// <summary>Whether the definition has the phases that sentences speak of, and a stage of the lost.</summary>
    private static bool IsUsual(LifecycleDefinition definition) => definition.Groupings.Count > 0
        && definition.Groupings[0].Groups.Any(group => group.Key == Kept) && definition.Groupings[0].Groups.Any(group => group.Key == Slipping) && definition.Stages.Any(IsLost);

    private static bool IsIn(LifecycleDefinition definition, LifecycleStage stage, string phase) => definition.Groupings[0].GroupOf(stage.Key)?.Key == phase;

    private static bool IsLost(LifecycleStage stage) => stage.Key is "lost" or "lapsed";

    private static int Count(LifecycleDefinition definition, IReadOnlyList<int> sizes, Func<LifecycleStage, bool> counts) =>
        Enumerable.Range(0, sizes.Count).Where(stage => counts(definition.Stages[stage])).Sum(stage => sizes[stage]);
}
