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
    private static readonly (string Id, LocalizedText Heading, Func<Page, Action?> Write)[] Sections =
    [
        ("findings", PageTexts.Findings, page => () => FindingsSection.Write(page)),
        ("alive", PageTexts.Alive, page => () => AliveSection.Write(page)),
        ("stages", LifecycleTexts.Heading, page => page.Appraisal.Sources?.Stages is { } stages ? () => LifecycleSection.Write(page, stages) : null),
        ("value", PageTexts.Value, page => () => ValueSection.Write(page)),
        ("composition", PageTexts.Composition, page => page.Appraisal.Potential is null ? null : () => CompositionSection.Write(page)),
        ("three-values", PageTexts.ThreeValues, page => page.Appraisal.ThreeValues is { } table ? () => CubeSection.Write(page, table) : null),
        ("top", PageTexts.Top, page => () => TopSection.Write(page)),
        ("segments", PageTexts.Segments, page => () => SegmentSection.Write(page)),
        ("referrals", PageTexts.Referrals, page => page.Appraisal.Sources?.Influence?.Established is { } ledger ? () => ReferralSection.Write(page, ledger) : null),
        ("ambassadors", PageTexts.Ambassadors, page => page.Appraisal.Sources?.Influence?.Expected is { } expected ? () => AmbassadorSection.Write(page, expected) : null),
        ("products", PageTexts.Products, page => page.Appraisal.Sources?.Recommendations is { } recommendations ? () => ProductSection.Write(page, recommendations) : null),
        ("trust", PageTexts.Trust, page => () => TrustSection.Write(page)),
        ("models", PageTexts.Models, page => () => ModelSection.Write(page)),
        ("data", PageTexts.Data, page => () => DataSection.Write(page)),
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
        // What there are no data for is neither on the page nor in its head.
        (string Id, string Heading, Action? Write)[] sections = [.. Sections.Select(section => (section.Id, page.Say(section.Heading), section.Write(page))).Where(section => section.Item3 is not null)];
        Head(page, sections);
        foreach ((string id, string heading, Action? write) in sections)
        {
            page.Write($"<section id=\"{id}\">");
            page.Element("h2", heading);
            write!();
            page.Write("</section>");
        }

        page.Write("</main></body></html>");
    }

    private static void Head(Page page, (string Id, string Heading, Action? Write)[] sections)
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
        foreach ((string id, string heading, _) in sections)
            page.Write($"<a href=\"#{id}\">{Page.Encode(heading)}</a>");
        page.Write("</nav></header>");
    }

    private static string Style()
    {
        using StreamReader reader = new(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
