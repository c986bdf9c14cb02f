using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerValue.Reporting.Charts;

/// <summary>
/// A small picture as SVG: bars, lines and cells between two axes. Colours and type come from the page's style sheet, so it follows
/// light, dark and print; it has no ids, so any number fits on a page; it scales with its box.
/// </summary>
internal sealed class Chart
{
    private const double Width = 480;
    private const double Top = 30;
    private const double Bottom = 46;
    private const double Right = 14;

    private readonly StringBuilder svg = new();
    private readonly Axis x;
    private readonly Axis y;
    private readonly double left;
    private readonly double height;

    /// <summary>Draws the frame.</summary>
    /// <param name="label">What the picture shows, for those who can't see it.</param>
    /// <param name="x">From left to right.</param>
    /// <param name="y">From bottom to top.</param>
    /// <param name="height">In units of which the width has 480.</param>
    /// <param name="grid">Whether thin lines run from the ticks of <paramref name="y"/>.</param>
    public Chart(string label, Axis x, Axis y, double height = 300, bool grid = true)
    {
        this.x = x;
        this.y = y;
        this.height = height;
        left = 16 + (9 * y.Ticks.Select(tick => tick.Label.Sum(c => c > 0x2000 ? 1.7 : 1)).DefaultIfEmpty().Max());
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">");
        Text("axis", 4, 16, "start", y.Title);
        Text("axis", Width - Right, height - 6, "end", x.Title);
        foreach ((double position, string tick) in y.Ticks)
        {
            if (grid)
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{left:0.#} {Y(position):0.#}H{Width - Right:0.#}\"/>");
            Text("tick", left - 7, Y(position) + 4.5, "end", tick);
        }

        foreach ((double position, string tick) in x.Ticks)
            Text("tick", X(position), height - Bottom + 19, "middle", tick);
    }

    /// <summary>A bar from the bottom up to <paramref name="value"/>; <paramref name="tip"/> is shown on hovering.</summary>
    public void Bar(double from, double to, double value, string style, string tip) => Box(style, from, to, y.Min, value, "", tip);

    /// <summary>A cell shaded by <paramref name="strength"/> in [0, 1], with a text in its middle.</summary>
    public void Cell(double column, double row, double strength, string text, string tip)
    {
        double shade = 0.06 + (0.92 * Math.Clamp(strength, 0, 1));
        Box("cell", column + 0.03, column + 0.97, row + 0.04, row + 0.96, string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{shade:0.##}\""), tip);
        Text(shade > 0.62 ? "value on-accent" : "value", X(column + 0.5), Y(row + 0.5) + 4.5, "middle", text);
    }

    /// <summary>A line through points.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, string style)
    {
        string path = string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#} {Y(point.Y):0.#}")));
        if (path.Length > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" d=\"M{path}\"/>");
    }

    /// <summary>A band between two lines that run from left to right; <paramref name="tip"/> is shown on hovering.</summary>
    public void Area(IEnumerable<(double X, double Low, double High)> band, string style, string tip)
    {
        (double X, double Low, double High)[] points = [.. band];
        IEnumerable<string> path = points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#} {Y(point.High):0.#}"))
            .Concat(points.Reverse().Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#} {Y(point.Low):0.#}")));
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" d=\"M{string.Join('L', path)}Z\"><title>{WebUtility.HtmlEncode(tip)}</title></path>");
    }

    /// <summary>A line from bottom to top that parts the chart, with a text at its right.</summary>
    public void Divide(double atX, string text)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"divide\" d=\"M{X(atX):0.#} {Top}V{height - Bottom:0.#}\"/>");
        Text("tick", X(atX) + 5, Top + 11, "start", text);
    }

    /// <summary>Two lines that part the chart into four; null for a line that isn't there.</summary>
    public void Quarter(double? atX, double? atY)
    {
        if (atX is double column)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"threshold\" d=\"M{X(column):0.#} {Top}V{height - Bottom:0.#}\"/>");
        if (atY is double row)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"threshold\" d=\"M{left:0.#} {Y(row):0.#}H{Width - Right:0.#}\"/>");
    }

    /// <summary>A dot with a text shown on hovering.</summary>
    public void Dot(double atX, double atY, string style, string tip) =>
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{style}\" cx=\"{X(atX):0.#}\" cy=\"{Y(atY):0.#}\" r=\"4\"><title>{WebUtility.HtmlEncode(tip)}</title></circle>");

    /// <summary>A text beside a point of the chart.</summary>
    public void Note(double atX, double atY, string text) => Text("note", X(atX) + 10, Y(atY) + 18, "start", text);

    /// <summary>The whole picture.</summary>
    public string ToSvg() => svg + $"<path class=\"base\" d=\"M{Number(left)} {Number(height - Bottom)}H{Number(Width - Right)}\"/></svg>";

    private void Box(string style, double x0, double x1, double y0, double y1, string extra, string tip)
    {
        double low = Y(Math.Min(y0, y1)), high = Y(Math.Max(y0, y1));
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\"{extra} x=\"{X(x0):0.#}\" y=\"{high:0.#}\" width=\"{X(x1) - X(x0):0.#}\" height=\"{low - high:0.#}\"><title>{WebUtility.HtmlEncode(tip)}</title></rect>");
    }

    private void Text(string style, double atX, double atY, string anchor, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{atX:0.#}\" y=\"{atY:0.#}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}</text>");

    private double X(double value) => left + ((value - x.Min) / (x.Max - x.Min) * (Width - Right - left));

    private double Y(double value) => height - Bottom - ((value - y.Min) / (y.Max - y.Min) * (height - Bottom - Top));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
