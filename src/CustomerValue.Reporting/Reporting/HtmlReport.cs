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
        FindingsSection.Write(page);
        AliveSection.Write(page);
        ValueSection.Write(page);
        TopSection.Write(page);
        SegmentSection.Write(page);
        TrustSection.Write(page);
        ModelSection.Write(page);
        DataSection.Write(page);
        page.Write("</main></body></html>");
    }

    private static void Head(Page page)
    {
        string title = page.Options.Title ?? page.Say(PageTexts.Title);
        string language = page.Options.Language == DisplayLanguage.Chinese ? "zh-CN" : "en";
        page.Write($"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Element("title", title);
        page.Write($"<style>{Style()}</style></head><body><main>");
        page.Write("<header>");
        page.Element("h1", title);
        (NodaTime.LocalDate first, NodaTime.LocalDate last) = DataSection.Days(page.Appraisal);
        page.Element("p", page.Say(PageTexts.Subtitle, Format.Number(page.Overview.Buyers), page.Format.Date(first), page.Format.Date(last), page.Format.Date(page.Options.AsOf ?? last)), "subtitle");
        if (page.Options.Simulated)
            page.Element("p", page.Say(PageTexts.Simulated), "banner");
        page.Write("</header>");
    }

    private static string Style()
    {
        using StreamReader reader = new(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
