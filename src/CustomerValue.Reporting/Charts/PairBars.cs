using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerValue.Reporting.Charts;

/// <summary>
/// Two parts of a whole for each of some names: one bar under the other, the name above them. A small SVG for each name, so that they stand in as
/// many columns as there is room for.
/// </summary>
internal sealed class PairBars(double longest)
{
    private const double Width = 480;
    private const double Room = 410;

    private readonly StringBuilder markup = new("<div class=\"bars\">");

    /// <summary>Adds a name with its bars; parts below 0 have no length.</summary>
    public void Add(string name, double first, double second, string tip)
    {
        tip = WebUtility.HtmlEncode(tip);
        markup.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} 54\" role=\"img\" aria-label=\"{tip}\"><title>{tip}</title><text class=\"value\" x=\"0\" y=\"15\">{WebUtility.HtmlEncode(Lettering.Fit(name, Width))}</text>");
        Bar("actual", first, 21);
        Bar("model", second, 37);
        markup.Append("</svg>");
    }

    /// <summary>All of them.</summary>
    public string ToMarkup() => markup + "</div>";

    private void Bar(string style, double part, double top)
    {
        double length = longest > 0 ? Room * Math.Clamp(part / longest, 0, 1) : 0;
        markup.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"0\" y=\"{top:0.#}\" width=\"{Math.Max(1, length):0.#}\" height=\"11\" rx=\"2\"/><text x=\"{length + 8:0.#}\" y=\"{top + 10.5:0.#}\">{Format.Percent(part)}</text>");
    }
}
