using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation;
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
        string[] names = [.. groups.Select(group => group.Length == 1 ? page.Say(migration.Segments[group[0]].Label) : page.Say(SegmentTexts.Others, group.Length))];
        long Count(int[] from, int[] to) => from.Sum(row => to.Sum(column => migration.Matrix[row][column]));
        bool leaves = migration.Left.Any(count => count > 0), joins = migration.Joined.Any(count => count > 0);
        IEnumerable<(string, IReadOnlyList<HeatCell>)> rows = groups.Select((from, row) =>
        {
            double all = groups.Sum(to => Count(from, to));
            IEnumerable<HeatCell> cells = groups.Select((to, column) => Cell(page, names[row], names[column], Count(from, to), all, row == column));
            return (names[row], (IReadOnlyList<HeatCell>)[.. cells, .. leaves ? [Outside(from.Sum(segment => migration.Left[segment]))] : Array.Empty<HeatCell>()]);
        });
        if (joins)
            rows = rows.Append((page.Say(SegmentTexts.MovesJoined), [.. groups.Select(to => Outside(to.Sum(segment => migration.Joined[segment]))), .. leaves ? [new HeatCell("", 0, "")] : Array.Empty<HeatCell>()]));
        HeatTable.Write(page, SegmentTexts.Moves, page.Say(SegmentTexts.MovesFrom), leaves ? names.Append(page.Say(SegmentTexts.MovesLeft)) : names, rows);
    }

    private static HeatCell Cell(Page page, string from, string to, long count, double all, bool stays)
    {
        if (count == 0)
            return new HeatCell("", 0, "");
        double part = count / all;
        return new HeatCell(Format.Percent(part), stays ? -part : part * 1.5, page.Say(SegmentTexts.MovesTip, from, to, Format.Number(count), Format.Percent(part)), Format.Number(count));
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
                sentence += " " + page.Sentence(SegmentTexts.MovesCauses, string.Join(page.Options.Language == Labels.DisplayLanguage.Chinese ? "、" : ", ", flow.MainCauses.Take(3).Select(cause => page.Say(SegmentTexts.MovesCause, page.Say(ColumnTexts.Of(cause.Key)), Format.Number(cause.Value)))));
            string example = migration.Movements.FirstOrDefault(movement => movement.From == flow.From && movement.To == flow.To) is { } one
                ? $"<small>{Page.Encode(page.Say(SegmentTexts.MovesExample, one.Customer.Value, page.Say(one.Reason)))}</small>" : "";
            page.Write($"<li>{sentence}{example}</li>");
        }

        page.Write("</ul>");
    }
}
