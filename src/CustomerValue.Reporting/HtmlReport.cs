using CustomerValue.Appraisal;
using CustomerValue.Labels;
using CustomerValue.Reporting.Sections;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting;

/// <summary>
/// Writes an appraisal as one HTML page that needs nothing else: no network, no script, pictures as SVG, light and dark, for screens
/// from 400 pixels and for paper. Its size doesn't grow with the number of customers.
/// </summary>
public static class HtmlReport
{
    private static readonly (string Id, LocalizedText Heading, Action<Page> Write)[] Sections =
    [
        ("findings", PageTexts.Findings, FindingsSection.Write),
        ("alive", PageTexts.Alive, AliveSection.Write),
        ("value", PageTexts.Value, ValueSection.Write),
        ("top", PageTexts.Top, TopSection.Write),
        ("segments", PageTexts.Segments, SegmentSection.Write),
        ("trust", PageTexts.Trust, TrustSection.Write),
        ("models", PageTexts.Models, ModelSection.Write),
        ("data", PageTexts.Data, DataSection.Write),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="writer">Where to; the encoding must be UTF-8. Not disposed.</param>
    /// <param name="appraisal">What to report; at least one buyer.</param>
    /// <param name="options">Title, language and sources; null for the defaults.</param>
    public static void Write(TextWriter writer, CustomerAppraisal appraisal, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(appraisal);
        Page page = new(writer, appraisal, options ?? new ReportOptions());
        Head(page);
        foreach ((string id, LocalizedText heading, Action<Page> write) in Sections)
        {
            page.Write($"<section id=\"{id}\">");
            page.Element("h2", page.Say(heading));
            write(page);
            page.Write("</section>");
        }

        page.Write("</main></body></html>");
    }

    private static void Head(Page page)
    {
        string title = page.Options.Title ?? page.Say(PageTexts.Title);
        string language = page.Options.Language == DisplayLanguage.Chinese ? "zh-CN" : "en";
        page.Write($"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>");
        page.Element("title", title);
        page.Write($"<style>{Style()}</style></head><body><main>");
        page.Write("<header>");
        page.Element("h1", title);
        (NodaTime.LocalDate first, NodaTime.LocalDate last) = DataSection.Days(page.Appraisal);
        page.Element("p", page.Say(PageTexts.Subtitle, Format.Number(page.Overview.Buyers), page.Format.Date(first), page.Format.Date(last), page.Format.Date(page.Options.AsOf ?? last)), "subtitle");
        if (page.Options.Simulated)
            page.Element("p", page.Say(PageTexts.Simulated), "banner");
        page.Write("<nav>");
        foreach ((string id, LocalizedText heading, _) in Sections)
            page.Write($"<a href=\"#{id}\">{Page.Encode(page.Say(heading))}</a>");
        page.Write("</nav></header>");
    }

    private static string Style()
    {
        using StreamReader reader = new(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
