using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Evaluation;
using CustomerValue.Segmentation.Evaluation.Drift;

namespace CustomerValue.Reporting.Sections;

/// <summary>Where the customers of an earlier date went: the matrix, and the largest moves in words.</summary>
internal static class MigrationSection
{
    private const int Most = 15;
    private const int Moves = 6;

    public static void Write(Page page, ReportMigration given)
    {
        SegmentMigration migration = given.Migration;
        page.Element("h4", page.Say(SegmentTexts.Moves));
        string moved = Format.Number(migration.Moved), matched = Format.Number(migration.Matched), part = Format.Percent(migration.Matched == 0 ? 0 : (double)migration.Moved / migration.Matched);
        string lead = page.Sentence(SegmentTexts.MovesLead, page.Format.Date(given.From), page.Format.Date(given.To), moved, matched, part);
        string drift = page.Sentence(SegmentTexts.MovesDrift, migration.Shares.Psi.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture), page.Say(migration.Shares.Level switch
        {
            DriftLevel.Stable => SegmentTexts.DriftStable,
            DriftLevel.Moderate => SegmentTexts.DriftModerate,
            _ => SegmentTexts.DriftLarge,
        }));
        page.Write($"<p class=\"takeaway\">{lead} {drift}</p>");
        Matrix(page, migration);
        page.Element("p", page.Say(SegmentTexts.MovesHow), "note");
        Largest(page, migration);
    }

    private static void Matrix(Page page, SegmentMigration migration)
    {
        long Size(int segment) => migration.Matrix[segment].Sum() + migration.Matrix.Sum(row => row[segment]) + migration.Joined[segment] + migration.Left[segment];
        int[] filled = [.. Enumerable.Range(0, migration.Segments.Count).Where(segment => Size(segment) > 0)];
        int[] kept = filled.Length <= Most ? filled : [.. filled.OrderByDescending(Size).Take(Most - 1).Order()];
        int[][] groups = [.. kept.Select(segment => new[] { segment }), .. filled.Length > kept.Length ? new[] { filled.Except(kept).ToArray() } : []];
        long Count(int[] from, int[] to) => from.Sum(row => to.Sum(column => migration.Matrix[row][column]));
        long Joined(int[] to) => to.Sum(segment => migration.Joined[segment]);
        long Left(int[] from) => from.Sum(segment => migration.Left[segment]);
        string Name(int[] group) => group.Length == 1 ? page.Say(migration.Segments[group[0]].Label) : page.Say(SegmentTexts.Others, group.Length);
        int[][] sources = [.. groups.Where(from => groups.Sum(to => Count(from, to)) + Left(from) > 0)], targets = [.. groups.Where(to => groups.Sum(from => Count(from, to)) + Joined(to) > 0)];
        bool leaves = migration.Left.Any(count => count > 0), joins = migration.Joined.Any(count => count > 0);
        List<string> heads = [.. targets.Select(Name)];
        List<(string, IReadOnlyList<HeatCell>)> rows = [];
        foreach (int[] from in sources)
        {
            double all = targets.Sum(to => Count(from, to));
            List<HeatCell> cells = [.. targets.Select(to => Cell(page, Name(from), Name(to), Count(from, to), all, from == to))];
            if (leaves)
                cells.Add(Outside(Left(from)));
            rows.Add((Name(from), cells));
        }

        if (leaves)
            heads.Add(page.Say(SegmentTexts.MovesLeft));
        if (joins)
            rows.Add((page.Say(SegmentTexts.MovesJoined), [.. targets.Select(to => Outside(Joined(to))), .. leaves ? [Outside(0)] : Array.Empty<HeatCell>()]));
        HeatTable.Write(page, SegmentTexts.Moves, page.Say(SegmentTexts.MovesFrom), heads, rows);
    }

    private static HeatCell Cell(Page page, string from, string to, long count, double all, bool stays)
    {
        if (count == 0)
            return Outside(0);
        double part = count / all;
        return new HeatCell(Format.Percent(part), stays ? part : -part, page.Say(SegmentTexts.MovesTip, from, to, Format.Number(count), Format.Percent(part)), Format.Number(count));
    }

    private static HeatCell Outside(long count) => new(count == 0 ? "" : Format.Number(count), 0, "");

    private static void Largest(Page page, SegmentMigration migration)
    {
        SegmentFlow[] flows = [.. migration.Flows.Where(flow => flow.From != flow.To).Take(Moves)];
        if (flows.Length == 0)
            return;
        page.Element("h4", page.Say(SegmentTexts.MovesLargest));
        page.Write("<ul class=\"moves\">");
        foreach (SegmentFlow flow in flows)
        {
            string sentence = page.Sentence(SegmentTexts.MovesFlow, Format.Number(flow.Customers), page.Say(migration.Segments[flow.From].Label), page.Say(migration.Segments[flow.To].Label), Format.Percent(flow.ShareOfSource));
            if (flow.MainCauses.Count > 0)
                sentence += " " + Page.Encode(page.Say(SegmentTexts.MovesCauses, string.Join(page.Options.Language == Labels.DisplayLanguage.Chinese ? "、" : ", ", flow.MainCauses.Take(3).Select(cause => page.Say(SegmentTexts.MovesCause, page.Say(ColumnWords.Name(cause.Key)), Format.Number(cause.Value))))));
            string example = migration.Movements.FirstOrDefault(movement => movement.From == flow.From && movement.To == flow.To && (movement.Causes.Count > 0 || movement.BoundsMoved == true)) is { } one
                ? $"<small>{Page.Encode(page.Say(SegmentTexts.MovesExample, one.Customer.Value, page.Say(one.Reason)))}</small>" : "";
            page.Write($"<li>{sentence}{example}</li>");
        }

        page.Write("</ul>");
    }
}
