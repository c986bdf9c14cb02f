using System.Globalization;
using System.Net;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting;

/// <summary>Something being written in one language: what every page shares. Everything that is not markup of our own passes through <see cref="Encode"/>.</summary>
internal class Sheet(TextWriter writer, DisplayLanguage language, Currency currency)
{
    /// <summary>The language of every text.</summary>
    public DisplayLanguage Language => language;

    /// <summary>Numbers as people read them.</summary>
    public Format Format { get; } = new(language, currency);

    /// <summary>Safe as text and as an attribute.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Plain text in the report's language, not encoded.</summary>
    public string Say(LocalizedText text, params object[] values)
    {
        string template = text.In(language);
        return values.Length == 0 ? template : string.Format(CultureInfo.InvariantCulture, template, values);
    }

    /// <summary>Markup of a sentence: encoded, its numbers in bold.</summary>
    public string Sentence(LocalizedText text, params string[] values)
    {
        string template = Encode(text.In(language));
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
