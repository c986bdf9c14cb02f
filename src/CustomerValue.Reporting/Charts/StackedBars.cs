namespace CustomerValue.Reporting.Charts;

/// <summary>
/// Bars made of parts, on one scale: what is below 0 goes left from the line of nothing, what is above goes right. A small SVG for each, so that
/// they stand in as many columns as there is room for.
/// </summary>
internal sealed class StackedBars
{
    private const double Width = 480;
    private const double Top = 24;
    private const double Thick = 20;

    /// <summary>What is shorter would be all edge.</summary>
    private const double Least = 2;

    private readonly List<string> bars = [];
    private readonly double zero;
    private readonly double scale;

    /// <summary>Sets the scale.</summary>
    /// <param name="parts">The parts of every bar that will be added.</param>
    public StackedBars(IEnumerable<IReadOnlyList<StackPart>> parts)
    {
        double left = 0, right = 0;
        foreach (IReadOnlyList<StackPart> bar in parts)
        {
            left = Math.Max(left, -bar.Sum(part => Math.Min(0, part.Value)));
            right = Math.Max(right, bar.Sum(part => Math.Max(0, part.Value)));
        }

        scale = left + right > 0 ? Width / (left + right) : 0;
        zero = left * scale;
    }

    /// <summary>Adds a bar.</summary>
    /// <param name="name">What stands above it.</param>
    /// <param name="total">What stands above its right end.</param>
    /// <param name="parts">From the line of nothing outwards, on either side.</param>
    /// <param name="tip">The same in words.</param>
    public void Add(string name, string total, IReadOnlyList<StackPart> parts, string tip)
    {
        Drawing drawing = new(tip, Width, Top + Thick + 8);
        drawing.Open(tip);
        drawing.Text("value", 0, 16, "start", Lettering.FitBold(name, Width - (1.2 * Lettering.Width(total)) - 12));
        drawing.Text("value", Width, 16, "end", total);
        double left = zero, right = zero;
        foreach (StackPart part in parts)
        {
            double length = Math.Abs(part.Value) * scale, from = part.Value < 0 ? left - length : right;
            (left, right) = part.Value < 0 ? (from, right) : (left, right + length);
            if (length < Least)
                continue;
            drawing.Box("area " + part.Style, from, Top, length, Thick);
            if ((1.2 * Lettering.Width(part.Text)) + 6 < length)
                drawing.Text("within " + part.Style, from + (length / 2), Top + 15, "middle", part.Text);
        }

        if (zero > 0)
            drawing.Line("base", 0, (zero, Top - 3), (zero, Top + Thick + 3));
        drawing.Close();
        bars.Add(drawing.ToSvg());
    }

    /// <summary>All of them.</summary>
    public string ToMarkup() => $"<div class=\"bars\">{string.Concat(bars)}</div>";
}
