using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerValue.Reporting.Charts;

/// <summary>Areas within areas as SVG: each as large as its size, as near to squares as they go (Bruls, Huizing and van Wijk 2000).</summary>
internal static class Treemap
{
    private const double Width = 480;
    private const double Height = 360;
    private const double Head = 21;

    /// <summary>The picture of parts, the largest first at the upper left.</summary>
    public static string Draw(string label, IReadOnlyList<TreemapPart> parts)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">");
        double[] worths = [.. parts.SelectMany(part => part.Parts.Count > 1 ? part.Parts : [part]).Select(part => part.Worth)];
        double least = worths.DefaultIfEmpty().Min(), span = worths.DefaultIfEmpty().Max() - least;
        Draw(svg, parts, new(0, 0, Width, Height), worth => span > 0 ? (worth - least) / span : 0.5, isOuter: true);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Rectangles whose areas are as the sizes; sizes above 0, the largest first.</summary>
    internal static IReadOnlyList<Area> Lay(IReadOnlyList<double> sizes, Area area)
    {
        List<Area> laid = [];
        double left = sizes.Sum();
        for (int next = 0; next < sizes.Count;)
        {
            double scale = area.Width * area.Height / left, side = Math.Min(area.Width, area.Height), sum = sizes[next] * scale;
            int count = 1;
            // A row grows as long as its worst rectangle becomes squarer.
            while (next + count < sizes.Count && Worst(sizes, next, count + 1, sum + (sizes[next + count] * scale), scale, side) <= Worst(sizes, next, count, sum, scale, side))
                sum += sizes[next + count++] * scale;
            double thick = side > 0 ? sum / side : 0, at = 0;
            for (int i = next; i < next + count; i++)
            {
                double length = sum > 0 ? side * sizes[i] * scale / sum : 0;
                laid.Add(area.Width >= area.Height ? new(area.X, area.Y + at, thick, length) : new(area.X + at, area.Y, length, thick));
                at += length;
                left -= sizes[i];
            }

            area = area.Width >= area.Height
                ? new(area.X + thick, area.Y, Math.Max(0, area.Width - thick), area.Height)
                : new(area.X, area.Y + thick, area.Width, Math.Max(0, area.Height - thick));
            next += count;
        }

        return laid;
    }

    private static double Worst(IReadOnlyList<double> sizes, int first, int count, double sum, double scale, double side)
    {
        double largest = sizes[first] * scale, least = sizes[first + count - 1] * scale;
        return Math.Max(side * side * largest / (sum * sum), sum * sum / (side * side * least));
    }

    private static void Draw(StringBuilder svg, IReadOnlyList<TreemapPart> parts, Area area, Func<double, double> strength, bool isOuter)
    {
        TreemapPart[] ordered = [.. parts.Where(part => part.Size > 0).OrderByDescending(part => part.Size)];
        IReadOnlyList<Area> areas = Lay([.. ordered.Select(part => part.Size)], area);
        for (int i = 0; i < ordered.Length; i++)
        {
            Area own = areas[i];
            bool opens = isOuter && ordered[i].Parts.Count > 1 && own.Width > 50 && own.Height > Head + 30;
            double shade = 0.12 + (0.78 * Math.Clamp(strength(ordered[i].Worth), 0, 1));
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{WebUtility.HtmlEncode(ordered[i].Tip)}</title><rect class=\"{(opens ? "frame" : "cell area")}\"{(opens ? "" : string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{shade:0.##}\""))} x=\"{own.X:0.#}\" y=\"{own.Y:0.#}\" width=\"{own.Width:0.#}\" height=\"{own.Height:0.#}\"/>");
            string name = own.Height < Head - 1 ? "" : Lettering.Fit(ordered[i].Name, own.Width - 10);
            if (name.Length > 0)
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{(opens ? "value" : shade > 0.62 ? "value on-accent" : "value")}\" x=\"{own.X + 5:0.#}\" y=\"{own.Y + 16:0.#}\">{WebUtility.HtmlEncode(name)}</text>");
            svg.Append("</g>");
            if (opens)
                Draw(svg, ordered[i].Parts, new(own.X + 3, own.Y + Head, own.Width - 6, own.Height - Head - 3), strength, isOuter: false);
        }
    }

    /// <summary>A rectangle in units of the picture.</summary>
    internal readonly record struct Area(double X, double Y, double Width, double Height);
}
