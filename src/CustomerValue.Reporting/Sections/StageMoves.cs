using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Migration;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>How customers move between stages from month to month, all months together.</summary>
internal static class StageMoves
{
    public static void Write(Page page, StageTimeline timeline)
    {
        LifecycleDefinition definition = timeline.Definition;
        int stages = definition.Stages.Count;
        long[,] counts = new long[stages, stages];
        for (int date = 1; date < timeline.Dates.Count; date++)
        {
            long[,] step = MigrationMatrix.Count(stages, timeline.On(date - 1), timeline.On(date));
            for (int from = 0; from < stages; from++)
            {
                for (int to = 0; to < stages; to++)
                    counts[from, to] += step[from, to];
            }
        }

        long From(int stage) => Enumerable.Range(0, stages).Sum(to => counts[stage, to]);
        long To(int stage) => Enumerable.Range(0, stages).Sum(from => counts[from, stage]);
        long all = Enumerable.Range(0, stages).Sum(From), stay = Enumerable.Range(0, stages).Sum(stage => counts[stage, stage]);
        if (all == 0)
            return;
        string Name(int stage) => page.Say(definition.Stages[stage].Label);
        page.Element("h3", page.Say(LifecycleTexts.Moves), "lead");
        page.Write($"<p class=\"takeaway\">{page.Sentence(LifecycleTexts.MovesTakeaway, Format.Percent((double)(all - stay) / all))}</p>");
        int[] sources = [.. Enumerable.Range(0, stages).Where(stage => From(stage) > 0)], targets = [.. Enumerable.Range(0, stages).Where(stage => To(stage) > 0)];
        HeatTable.Write(page, LifecycleTexts.Moves, page.Say(LifecycleTexts.MovesFrom), targets.Select(Name), sources.Select(from => (Name(from), (IReadOnlyList<HeatCell>)[.. targets.Select(to => Cell(page, Name(from), Name(to), counts[from, to], From(from), from == to))])));
        page.Element("p", page.Say(LifecycleTexts.MovesHow), "note");
    }

    private static HeatCell Cell(Page page, string from, string to, long count, long all, bool stays)
    {
        if (count == 0)
            return new HeatCell("", 0, "");
        double part = (double)count / all;
        return new HeatCell(Format.Percent(part), stays ? part : -part, page.Say(LifecycleTexts.MovesTip, from, to, Format.Number(count), Format.Number(all)), Format.Number(count));
    }
}
