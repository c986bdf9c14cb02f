using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerValue.Reporting.Charts;

/// <summary>Dots on a grid of longitudes and latitudes, as SVG; it holds no coasts and needs no network.</summary>
internal static class MapChart
{
    private const double Largest = 22;
    private const int MostNames = 14;
    private const double Least = 2.5;

    /// <summary>Draws dots, the largest first, so that smaller ones lie on them; names only where they hit no other one.</summary>
    public static string Draw(string label, IReadOnlyList<MapDot> dots)
    {
        MapWindow window = new([.. dots.Select(dot => (dot.Latitude, dot.Longitude))]);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map\" viewBox=\"0 0 480 {window.Height:0.#}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">");
        foreach (double longitude in window.Meridians())
            Line(svg, $"M{Number(window.X(longitude))} 18V{Number(window.Height - 18)}", window.X(longitude), window.Height - 4, "middle", Degrees(MapWindow.Named(longitude), "E", "W"));
        foreach (double latitude in window.Parallels())
            Line(svg, $"M24 {Number(window.Y(latitude))}H456", 2, window.Y(latitude) - 4, "start", Degrees(latitude, "N", "S"));
        MapDot[] ordered = [.. dots.OrderByDescending(dot => dot.Size)];
        double most = Math.Max(1, ordered.Select(dot => dot.Size).DefaultIfEmpty().Max());
        double largest = Math.Clamp(90 / Math.Sqrt(ordered.Length), 9, Largest);
        foreach (MapDot dot in ordered)
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"place\" fill-opacity=\"{0.2 + (0.7 * Math.Clamp(dot.Strength, 0, 1)):0.##}\" cx=\"{window.X(dot.Longitude):0.#}\" cy=\"{window.Y(dot.Latitude):0.#}\" r=\"{Radius(dot, most, largest):0.#}\"><title>{WebUtility.HtmlEncode(dot.Tip)}</title></circle>");
        List<(double X, double Y, double Right, double Bottom)> taken = [];
        foreach (MapDot dot in ordered.TakeWhile(_ => taken.Count < MostNames))
            Name(svg, window, dot, Radius(dot, most, largest), taken);
        return svg.Append("</svg>").ToString();
    }

    private static void Name(StringBuilder svg, MapWindow window, MapDot dot, double radius, List<(double X, double Y, double Right, double Bottom)> taken)
    {
        string name = Lettering.Fit(dot.Name, 150);
        double width = Lettering.Width(name), y = window.Y(dot.Latitude) + 5, x = window.X(dot.Longitude) + radius + 4;
        if (x + width > 480)
            x = window.X(dot.Longitude) - radius - 4 - width;
        if (name.Length == 0 || x < 0 || taken.Any(other => x < other.Right && other.X < x + width && y - 14 < other.Bottom && other.Y < y + 4))
            return;
        taken.Add((x, y - 14, x + width, y + 4));
        // On the left of its dot it ends there, however wide the reader's type is.
        bool isLeft = x < window.X(dot.Longitude);
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"value halo\" x=\"{(isLeft ? x + width : x):0.#}\" y=\"{y:0.#}\" text-anchor=\"{(isLeft ? "end" : "start")}\">{WebUtility.HtmlEncode(name)}</text>");
    }

    private static void Line(StringBuilder svg, string path, double x, double y, string anchor, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"{path}\"/><text class=\"tick\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{text}</text>");

    private static double Radius(MapDot dot, double most, double largest) => Math.Max(Least, largest * Math.Sqrt(Math.Max(0, dot.Size) / most));

    private static string Degrees(double degrees, string positive, string negative) =>
        Math.Abs(degrees).ToString("0.##", CultureInfo.InvariantCulture) + "°" + (Math.Abs(degrees) is < 1e-9 or > 179.999 ? "" : degrees > 0 ? positive : negative);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
