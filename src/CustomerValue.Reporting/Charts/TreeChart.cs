namespace CustomerValue.Reporting.Charts;

/// <summary>A tree as rows indented by their depth, so that names stay readable at any width, with two columns of numbers.</summary>
internal static class TreeChart
{
    private const double Width = 480;
    private const double Row = 27;
    private const double Head = 26;
    private const double Indent = 26;
    private const double Largest = 9.5;
    private const double FirstEnd = 382;

    /// <summary>Draws the rows, each after the one it hangs from.</summary>
    public static string Draw(string label, string first, string second, IReadOnlyList<TreeRow> rows)
    {
        double most = Math.Max(1e-9, rows.Max(row => Math.Abs(row.Size ?? 0)));
        double Y(int row) => Head + (Row * row) + (Row / 2);
        static double X(int depth) => 12 + (Indent * depth);
        Drawing drawing = new(label, Width, Head + (Row * rows.Count) + 4);
        drawing.Text("tick", FirstEnd, 15, "end", first);
        drawing.Text("tick", Width, 15, "end", second);
        for (int i = 1; i < rows.Count; i++)
            drawing.Line("branch", 0, (X(rows[i].Depth - 1), Y(rows[i].Parent)), (X(rows[i].Depth - 1), Y(i)), (X(rows[i].Depth), Y(i)));
        for (int i = 0; i < rows.Count; i++)
        {
            TreeRow row = rows[i];
            bool isRest = row.Size is null;
            drawing.Open(row.Tip);
            double radius = row.Size is { } size ? Math.Max(3, Largest * Math.Sqrt(Math.Abs(size) / most)) : 0;
            if (!isRest)
                drawing.Circle(row.Size < 0 ? "node loss" : i == 0 ? "node root" : "node", X(row.Depth), Y(i), i == 0 ? Largest : radius);
            double from = X(row.Depth) + 7 + (i == 0 ? Largest : isRest ? 0 : radius);
            drawing.Text(isRest ? "tick" : "value", from, Y(i) + 5, "start", Lettering.FitBold(row.Name, FirstEnd - Lettering.Width(row.First) - 8 - from));
            drawing.Text("tick", FirstEnd, Y(i) + 5, "end", row.First);
            drawing.Text(isRest ? "tick" : "value", Width, Y(i) + 5, "end", row.Second);
            drawing.Close();
        }

        return drawing.ToSvg();
    }
}
