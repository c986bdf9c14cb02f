using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.Evaluation.Profiles;

namespace CustomerValue.Reporting.Sections;

/// <summary>The groups in words: a proposed name and the shortest rules that describe each.</summary>
internal static class SegmentWords
{
    public static void Write(Page page, SegmentGroups groups)
    {
        if (groups.Segments.Count < 2)
            return;
        page.Element("h4", page.Say(SegmentTexts.Words));
        page.OpenTable(SegmentTexts.Words, "words");
        foreach (Labels.LocalizedText head in new[] { TableTexts.Segment, SegmentTexts.WordsProposed, SegmentTexts.WordsRules })
            page.Element("th", page.Say(head));
        page.Write("</tr></thead><tbody>");
        for (int group = 0; group < groups.Segments.Count; group++)
        {
            if (groups.IsOthers(group))
                continue;
            SegmentProfile profile = groups.Profile.Segments[group];
            page.Write($"<tr><th scope=\"row\">{Page.Encode(groups.Name(page, group))}</th>");
            page.Element("td", page.Say(profile.ProposedName));
            page.Write($"<td>{Rules(page, profile)}</td></tr>");
        }

        page.CloseTable();
        page.Element("p", page.Say(SegmentTexts.WordsHow), "note");
    }

    private static string Rules(Page page, SegmentProfile profile) => profile.Rules.Count == 0
        ? Page.Encode(page.Say(SegmentTexts.WordsNone))
        : string.Concat(profile.Rules.Select(rule =>
            $"<p>{Page.Encode(page.Say(rule.Description))}<small>{Page.Encode(page.Say(SegmentTexts.WordsHits, Format.Percent(rule.Precision), Format.Percent(rule.Recall)))}</small></p>"));
}
