namespace CustomerValue.Reporting.Charts;

/// <summary>Bars with the range in which their end may lie, on one scale.</summary>
internal static class RangeBars
{
    private const double Width = 480;
    private const double Row = 42;
    private const double Room = 380;

    /// <summary>Draws them from top to bottom.</summary>
    /// <param name="label">What they show.</param>
    /// <param name="bars">Name, value, both ends of its range, what stands at its right, and a tip.</param>
    public static string Draw(string label, IReadOnlyList<(string Name, double Value, double Low, double High, string Text, string Tip)> bars)
    {
        double least = Math.Min(0, bars.Min(bar => Math.Min(bar.Value, Math.Min(bar.Low, bar.High)))), most = Math.Max(0, bars.Max(bar => Math.Max(bar.Value, Math.Max(bar.Low, bar.High))));
        double X(double value) => most > least ? (value - least) / (most - least) * Room : 0;
        Drawing drawing = new(label, Width, (Row * bars.Count) + 4);
        for (int i = 0; i < bars.Count; i++)
        {
            (string name, double value, double low, double high, string text, string tip) = bars[i];
            double top = Row * i, middle = top + 29;
            drawing.Open(tip);
            drawing.Text("value", 0, top + 16, "start", Lettering.FitBold(name, Width));
            drawing.Box("referred", Math.Min(X(0), X(value)), top + 22, Math.Max(1, Math.Abs(X(value) - X(0))), 14, 2);
            drawing.Line("whisker", 0, (X(low), middle), (X(high), middle));
            drawing.Line("whisker", 0, (X(low), middle - 5), (X(low), middle + 5));
            drawing.Line("whisker", 0, (X(high), middle - 5), (X(high), middle + 5));
            drawing.Text("value", Width, top + 34, "end", text);
            drawing.Close();
        }

        if (least < 0)
            drawing.Line("base", 0, (X(0), 18), (X(0), Row * bars.Count));
        return drawing.ToSvg();
    }
}
