using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerValue.Reporting.Charts;

/// <summary>An SVG being drawn: shapes coloured by the page's style sheet, texts encoded. It has no ids, so any number fits on a page.</summary>
internal sealed class Drawing
{
    private readonly StringBuilder svg = new();

    /// <summary>Opens the picture.</summary>
    /// <param name="label">What it shows, for those who can't see it.</param>
    /// <param name="width">Its width in its own units.</param>
    /// <param name="height">Its height in the same units.</param>
    public Drawing(string label, double width, double height) =>
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {width:0.#} {height:0.#}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">");

    /// <summary>Opens a group that shows a text on hovering.</summary>
    public void Open(string tip) => svg.Append(CultureInfo.InvariantCulture, $"<g><title>{WebUtility.HtmlEncode(tip)}</title>");

    /// <summary>Closes the group.</summary>
    public void Close() => svg.Append("</g>");

    /// <summary>A text; nothing where it is empty.</summary>
    public void Text(string style, double x, double y, string anchor, string text)
    {
        if (text.Length > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}</text>");
    }

    /// <summary>A rectangle.</summary>
    public void Box(string style, double x, double y, double width, double height, double radius = 0) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(0, width):0.#}\" height=\"{Math.Max(0, height):0.#}\"{(radius > 0 ? string.Create(CultureInfo.InvariantCulture, $" rx=\"{radius:0.#}\"") : "")}/>");

    /// <summary>A circle.</summary>
    /// <param name="style">Its class.</param>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="opacity">How much of its colour shows, in [0, 1].</param>
    public void Circle(string style, double x, double y, double radius, double opacity = 1) =>
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{style}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.##}\"{(opacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.##}\"") : "")}/>");

    /// <summary>A line from point to point.</summary>
    /// <param name="style">Its class.</param>
    /// <param name="thickness">Its width where the style sheet gives none; 0 to leave it to that.</param>
    /// <param name="points">Where it goes.</param>
    public void Line(string style, double thickness, params ReadOnlySpan<(double X, double Y)> points)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" d=\"");
        for (int i = 0; i < points.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{points[i].X:0.#} {points[i].Y:0.#}");
        svg.Append('"');
        if (thickness > 0)
            svg.Append(CultureInfo.InvariantCulture, $" stroke-width=\"{thickness:0.##}\"");
        svg.Append("/>");
    }

    /// <summary>The whole picture.</summary>
    public string ToSvg() => svg + "</svg>";
}
