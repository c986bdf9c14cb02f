using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.Demographic;

namespace CustomerValue.Reporting.Sections;

/// <summary>What of the profiles is missing, can't be read or can't be believed.</summary>
internal static class BandTable
{
    public static void Write(Page page, DemographicSegmentation demographic)
    {
        (BandReport Report, BandCount Band)[] odd = [.. demographic.Report(page.Appraisal.Customers)
            .SelectMany(report => report.Bands.Select(band => (report, band)))
            .Where(pair => pair.band.Customers > 0 && pair.band.Band.Kind != DemographicBandKind.Value)
            .Take(SegmentGroups.Most)];
        page.Element("h4", page.Say(SegmentTexts.Quality));
        if (odd.Length == 0)
        {
            page.Element("p", page.Say(SegmentTexts.QualityNone));
            return;
        }

        page.OpenTable(SegmentTexts.Quality);
        page.Element("th", page.Say(SegmentTexts.QualityField));
        page.Element("th", page.Say(SegmentTexts.QualityWrong));
        page.Element("th", page.Say(PageTexts.Customers), "number");
        page.Element("th", page.Say(TableTexts.Share), "number");
        page.Element("th", page.Say(SegmentTexts.QualityExamples));
        page.Write("</tr></thead><tbody>");
        foreach ((BandReport report, BandCount band) in odd)
        {
            page.Write($"<tr><th scope=\"row\">{Page.Encode(page.Say(report.Field.Label))}</th>");
            page.Element("td", page.Say(band.Band.Label));
            page.Element("td", Format.Number(band.Customers), "number");
            page.Element("td", Format.Percent(band.Share), "number");
            page.Write($"<td class=\"wrap\">{string.Join(", ", band.Examples.Select(example => $"<bdi>{Page.Encode(page.Say(SegmentTexts.QualityExample, Cut(example.Key), Format.Number(example.Value)))}</bdi>"))}</td></tr>");
        }

        page.CloseTable();
    }

    /// <summary>A value as it stood, which may be of any length.</summary>
    private static string Cut(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[38]) ? 38 : 39), "…");
}
