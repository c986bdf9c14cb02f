using CustomerValue.Labels;

namespace CustomerValue.Reporting.Charts;

/// <summary>A table whose cells are shaded. The shades are a half of the colour at most, so that the ink stays readable in both themes.</summary>
internal static class HeatTable
{
    private const double Strongest = 50;

    public static void Write(Sheet page, LocalizedText label, string corner, IEnumerable<string> heads, IEnumerable<(string Name, IReadOnlyList<HeatCell> Cells)> rows)
    {
        page.OpenTable(label, "heat");
        page.Element("th", corner);
        foreach (string head in heads)
            page.Element("th", head, "cellhead");
        page.Write("</tr></thead><tbody>");
        foreach ((string name, IReadOnlyList<HeatCell> cells) in rows)
        {
            page.Write($"<tr><th scope=\"row\">{Sheet.Encode(name)}</th>");
            foreach (HeatCell cell in cells)
                page.Write(Markup(cell));
            page.Write("</tr>");
        }

        page.CloseTable();
    }

    private static string Markup(HeatCell cell)
    {
        double shade = Math.Round(Strongest * Math.Min(1, Math.Abs(cell.Strength)));
        string style = shade > 0 ? FormattableString.Invariant($" class=\"{(cell.Strength > 0 ? "up" : "down")}\" style=\"--shade-part:{shade}%\"") : "";
        string small = cell.Small is null ? "" : $"<small>{Sheet.Encode(cell.Small)}</small>";
        return $"<td{style} title=\"{Sheet.Encode(cell.Tip)}\">{Sheet.Encode(cell.Text)}{small}</td>";
    }
}
