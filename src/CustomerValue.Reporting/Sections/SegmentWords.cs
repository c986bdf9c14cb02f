using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.Evaluation.Profiles;

namespace CustomerValue.Reporting.Sections;

/// <summary>The groups in words: a proposed name and the shortest rules that describe each.</summary>
internal static class SegmentWords
{
    /// <summary>A rule with a lower F1 would rather mislead.</summary>
    private const double Telling = 0.4;

    public static void Write(Page page, SegmentGroups groups)
    {
        int[] own = [.. Enumerable.Range(0, groups.Segments.Count).Where(group => !groups.IsOthers(group))];
        int[] told = [.. own.Where(group => groups.IsNumbered(group) || Rules(groups, group).Any())];
        if (told.Length == 0 || groups.Segments.Count < 2)
            return;
        page.Element("h4", page.Say(SegmentTexts.Words));
        page.OpenTable(SegmentTexts.Words, "words");
        page.Element("th", page.Say(TableTexts.Segment));
        page.Write($"<th colspan=\"{SegmentGroups.Rules}\">{Page.Encode(page.Say(SegmentTexts.WordsRules))}</th>");
        page.Write("</tr></thead><tbody>");
        foreach (int group in told)
        {
            string name = $"{Page.Encode(groups.Name(page, group))}<small>{Page.Encode(page.Say(groups.Profile.Segments[group].ProposedName))}</small>";
            page.Write($"<tr><th scope=\"row\">{name}</th>{Cells(page, [.. Rules(groups, group)])}</tr>");
        }

        page.CloseTable();
        string none = told.Length < own.Length ? " " + page.Say(SegmentTexts.WordsNotTold, own.Length - told.Length) : "";
        page.Element("p", page.Say(SegmentTexts.WordsHow) + none, "note");
    }

    private static IEnumerable<DescribingRule> Rules(SegmentGroups groups, int group) => groups.Profile.Segments[group].Rules.Where(rule => rule.F1 >= Telling);

    private static string Cells(Page page, DescribingRule[] rules)
    {
        string cells = string.Concat(rules.Select(rule =>
            $"<td>{Page.Encode(page.Say(rule.Description))}<small>{Page.Encode(page.Say(SegmentTexts.WordsHits, Format.Percent(rule.Precision), Format.Percent(rule.Recall)))}</small></td>"));
        int left = SegmentGroups.Rules - rules.Length;
        string none = rules.Length == 0 ? Page.Encode(page.Say(SegmentTexts.WordsNone)) : "";
        return left == 0 ? cells : $"{cells}<td colspan=\"{left}\">{none}</td>";
    }
}
