using System.Globalization;
using System.Net;
using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Reporting.Sections;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting;

/// <summary>The page being written: what the sections share. Everything that is not markup of our own passes through <see cref="Encode"/>.</summary>
internal sealed class Page(TextWriter writer, CustomerAppraisal appraisal, ReportOptions options)
{
    private ValueParts? parts;

    /// <summary>What is reported.</summary>
    public CustomerAppraisal Appraisal => appraisal;

    /// <summary>What the caller said beside it.</summary>
    public ReportOptions Options => options;

    /// <summary>Totals that several sections speak of.</summary>
    public Overview Overview { get; } = new(appraisal);

    /// <summary>What the value of customers is made of; summed up when first asked for.</summary>
    public ValueParts Parts => parts ??= new ValueParts(appraisal);

    /// <summary>Numbers as people read them.</summary>
    public Format Format { get; } = new(options.Language, appraisal.Customers.Purchases.Currency);

    /// <summary>The horizon in months, such as 12.</summary>
    public string Months => appraisal.Options.HorizonMonths.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The plural of the time unit of the summaries.</summary>
    public string Unit => Say(appraisal.PurchaseModel.Unit switch
    {
        TimeUnit.Day => PageTexts.Day,
        TimeUnit.Week => PageTexts.Week,
        TimeUnit.Month => PageTexts.Month,
        _ => PageTexts.Year,
    });

    /// <summary>What the contribution is counted in.</summary>
    public string Contribution => Say(appraisal.Contribution.IsNet ? PageTexts.NetContribution : appraisal.Contribution.IsProfit ? PageTexts.Profit : PageTexts.Revenue);

    /// <summary>Safe as text and as an attribute.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Plain text in the report's language, not encoded.</summary>
    public string Say(LocalizedText text, params object[] values)
    {
        string template = text.In(options.Language);
        return values.Length == 0 ? template : string.Format(CultureInfo.InvariantCulture, template, values);
    }

    /// <summary>Markup of a sentence: encoded, its numbers in bold.</summary>
    public string Sentence(LocalizedText text, params string[] values)
    {
        string template = Encode(text.In(options.Language));
        return values.Length == 0 ? template : string.Format(CultureInfo.InvariantCulture, template, [.. values.Select(value => IsFigure(value) ? $"<b>{Encode(value)}</b>" : Encode(value))]);
    }

    /// <summary>Whether a value begins as a number does; a name with a number in it is a name.</summary>
    private static bool IsFigure(string value) => value.Length > 0 && (char.IsDigit(value[0]) || (value[0] is '<' or '>' or '−' && value.Any(char.IsDigit)));

    /// <summary>Writes markup as it is.</summary>
    public void Write(string markup) => writer.WriteLine(markup);

    /// <summary>Writes an element that holds only text.</summary>
    public void Element(string tag, string text, string? style = null) =>
        Write($"<{tag}{(style is null ? "" : $" class=\"{style}\"")}>{Encode(text)}</{tag}>");

    /// <summary>Opens a table that scrolls within itself where it is wider than the page, up to its column heads.</summary>
    public void OpenTable(LocalizedText label, string style = "plain") =>
        Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Encode(Say(label))}\"><table class=\"{style}\"><thead><tr>");

    /// <summary>Closes a table and its box.</summary>
    public void CloseTable() => Write("</tbody></table></div>");

    /// <summary>Writes a chart with its title, what it says in one line, and how to read it.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="takeaway">Markup made by <see cref="Sentence"/>.</param>
    /// <param name="svg">Markup of the chart.</param>
    /// <param name="how">Plain text after "How to read it"; empty where a picture before said it.</param>
    /// <param name="legend">The style and name of each series; none where there is only one.</param>
    public void Figure(string title, string takeaway, string svg, string how, params (string Style, LocalizedText Name)[] legend)
    {
        Write("<figure>");
        Element("h3", title);
        Write($"<p class=\"takeaway\">{takeaway}</p>");
        if (legend.Length > 0)
            Write($"<p class=\"legend\">{string.Join(' ', legend.Select(key => $"<span><i class=\"key {key.Style}\"></i>{Encode(Say(key.Name))}</span>"))}</p>");
        Write(svg);
        if (how.Length > 0)
            Write($"<figcaption><b>{Encode(Say(ChartTexts.HowToRead))}</b>{Encode(how)}</figcaption>");
        Write("</figure>");
    }
}
