using CustomerValue.Appraisal;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Sections;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting;

/// <summary>
/// Writes an appraisal, or a loyalty programme, as one HTML page that needs nothing else: no network, no script, pictures as SVG, light and dark, for screens
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
        ("loyalty", LoyaltyTexts.Heading, page => page.Options.Loyalty is { } overview ? () => LoyaltySection.Write(page, overview) : null),
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
        (NodaTime.LocalDate first, NodaTime.LocalDate last) = DataSection.Days(appraisal);
        string subtitle = page.Say(PageTexts.Subtitle, Format.Number(page.Overview.Buyers), page.Format.Date(first), page.Format.Date(last), page.Format.Date(page.Options.AsOf ?? last));
        Write(page, page.Options, page.Say(PageTexts.Title), subtitle, sections);
    }

    /// <summary>Writes a page on a loyalty programme alone: balances, tiers, points earned and used, what expires soon, what is owed, what was refused.</summary>
    /// <param name="writer">Where to; the encoding must be UTF-8. Not disposed.</param>
    /// <param name="overview">What to report.</param>
    /// <param name="options">Title and language; null for the defaults. What it has beside these is not on this page.</param>
    public static void Write(TextWriter writer, LoyaltyOverview overview, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(overview);
        options ??= new ReportOptions();
        Sheet sheet = new(writer, options.Language, Customers.Currency.None);
        string subtitle = sheet.Say(LoyaltyTexts.Subtitle, overview.Program.Version, Format.Number(overview.Members), sheet.Format.Date(overview.Day), overview.Program.TimeZone);
        Write(sheet, options, sheet.Say(LoyaltyTexts.Title, overview.Program.Id), subtitle, [.. LoyaltySection.Of(sheet, overview).Select(part => (part.Id, sheet.Say(part.Heading), (Action?)part.Write))]);
    }

    private static void Write(Sheet sheet, ReportOptions options, string title, string subtitle, (string Id, string Heading, Action? Write)[] sections)
    {
        Head(sheet, options, options.Title ?? title, subtitle, sections);
        foreach ((string id, string heading, Action? write) in sections)
        {
            sheet.Write($"<section id=\"{id}\">");
            sheet.Element("h2", heading);
            write!();
            sheet.Write("</section>");
        }

        sheet.Write("</main></body></html>");
    }

    private static void Head(Sheet sheet, ReportOptions options, string title, string subtitle, (string Id, string Heading, Action? Write)[] sections)
    {
        string language = options.Language == DisplayLanguage.Chinese ? "zh-CN" : "en";
        sheet.Write($"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        sheet.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>");
        sheet.Element("title", title);
        sheet.Write($"<style>{Style()}</style></head><body><main>");
        sheet.Write("<header>");
        sheet.Element("h1", title);
        sheet.Element("p", subtitle, "subtitle");
        if (options.Simulated)
            sheet.Element("p", sheet.Say(PageTexts.Simulated), "banner");
        sheet.Write("<nav>");
        foreach ((string id, string heading, _) in sections)
            sheet.Write($"<a href=\"#{id}\">{Sheet.Encode(heading)}</a>");
        sheet.Write("</nav></header>");
    }

    private static string Style()
    {
        using StreamReader reader = new(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
