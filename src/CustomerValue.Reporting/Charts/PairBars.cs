using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerValue.Reporting.Charts;

/// <summary>Two parts of a whole for each of some names: one bar under the other, the name above them, as SVG.</summary>
internal sealed class PairBars(string label, double longest)
{
    private const double Width = 480;
    private const double Room = 410;
    private const double Row = 52;

    private readonly StringBuilder svg = new();
    private int rows;

    /// <summary>Adds a name with its bars; parts below 0 have no length.</summary>
    public void Add(string name, double first, double second, string tip)
    {
        double top = (Row * rows++) + 2;
        svg.Append(CultureInfo.InvariantCulture, $"<g><title>{WebUtility.HtmlEncode(tip)}</title><text class=\"value\" x=\"0\" y=\"{top + 13:0.#}\">{WebUtility.HtmlEncode(Lettering.Fit(name, Width))}</text>");
        Bar("actual", first, top + 19);
        Bar("model", second, top + 32);
        svg.Append("</g>");
    }

    /// <summary>The whole picture.</summary>
    public string ToSvg() => string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {(Row * rows) + 2}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">{svg}</svg>");

    private void Bar(string style, double part, double top)
    {
        double length = longest > 0 ? Room * Math.Clamp(part / longest, 0, 1) : 0;
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"0\" y=\"{top:0.#}\" width=\"{Math.Max(1, length):0.#}\" height=\"11\" rx=\"2\"/><text x=\"{length + 8:0.#}\" y=\"{top + 10:0.#}\">{Format.Percent(part)}</text>");
    }
}
