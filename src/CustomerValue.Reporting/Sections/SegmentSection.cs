using System.Globalization;
using CustomerValue.Appraisal;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Reporting.Sections;

/// <summary>Every segmentation in turn: sizes and value, pictures, what the groups are like, and where customers went.</summary>
internal static class SegmentSection
{
    public static void Write(Page page)
    {
        CustomerAppraisal appraisal = page.Appraisal;
        List<(string Id, string Name, SegmentGroups Groups)> parts = [];
        void Add(ISegmentation segmentation, ReadOnlySpan<int> assigned) =>
            parts.Add(($"segments-{(parts.Count + 1).ToString(CultureInfo.InvariantCulture)}", Name(page, segmentation, parts), new SegmentGroups(appraisal, segmentation, assigned)));
        Add(appraisal.Segmentation, appraisal.Segments);
        foreach (AssignedSegmentation further in appraisal.FurtherSegmentations)
            Add(further.Segmentation, further.Segments);
        if (parts.Count > 1)
            page.Write($"<p class=\"parts\">{string.Join(' ', parts.Select(part => $"<a href=\"#{part.Id}\">{Page.Encode(part.Name)}</a>"))}</p>");
        foreach ((string id, string name, SegmentGroups groups) in parts)
        {
            page.Write($"<div class=\"segmentation\" id=\"{id}\">");
            page.Element("h3", name, "part");
            One(page, groups);
            if (id == parts[0].Id && page.Options.Migration is { } migration)
                MigrationSection.Write(page, migration);
            page.Write("</div>");
        }
    }

    private static void One(Page page, SegmentGroups groups)
    {
        SegmentTotals largest = groups.Totals.Where((_, group) => !groups.IsOthers(group)).MaxBy(total => total.Customers)!;
        page.Write($"<p class=\"takeaway\">{page.Sentence(SegmentTexts.Lead, Format.Number(groups.Filled), page.Say(largest.Segment.Label), Format.Percent(largest.CustomerShare))}</p>");
        page.Write("<div class=\"figures\">");
        SegmentBars.Write(page, groups);
        if (groups.Segmentation is IScoredSegmentation scored)
            RfmGrid.Write(page, scored);
        PlaceSection.Write(page, groups);
        page.Write("</div>");
        SegmentTable.Write(page, groups);
        if (groups.Segmentation is IFittedSegmentation { Fit.Warnings: { Count: > 0 } warnings })
        {
            page.Write("<div class=\"warnings\"><ul>");
            foreach (Labels.LocalizedText warning in warnings.Take(5))
                page.Element("li", page.Say(warning));
            page.Write("</ul></div>");
        }

        if (groups.Segmentation is DemographicSegmentation demographic)
            BandTable.Write(page, demographic);
        SegmentWords.Write(page, groups);
        SegmentHeat.Write(page, groups);
    }

    /// <summary>The strategy's name; numbered where an earlier one has it already.</summary>
    private static string Name(Page page, ISegmentation segmentation, List<(string Id, string Name, SegmentGroups Groups)> earlier)
    {
        string name = page.Say(StrategyTexts.Of(segmentation.Strategy));
        int same = earlier.Count(part => part.Groups.Segmentation.Strategy == segmentation.Strategy);
        return same == 0 ? name : page.Say(SegmentTexts.Again, name, same + 1);
    }
}
