namespace CustomerValue.Reporting.Charts;

/// <summary>One in the middle and the neighbours around: the strongest at the top, the others clockwise.</summary>
internal static class StarChart
{
    private const double Width = 360;
    private const double Height = 262;
    private const double CentreX = Width / 2;
    private const double CentreY = Height / 2;
    private const double Across = 92;
    private const double Up = 96;
    private const double Largest = 26;

    /// <summary>Draws the picture.</summary>
    /// <param name="label">What it shows.</param>
    /// <param name="size">The centre's area.</param>
    /// <param name="most">The largest area of all pictures that stand side by side.</param>
    /// <param name="tip">Shown on hovering over the centre.</param>
    /// <param name="rays">The neighbours, the strongest first.</param>
    /// <param name="chords">Which of them are linked with each other.</param>
    public static string Draw(string label, double size, double most, string tip, IReadOnlyList<StarRay> rays, IEnumerable<(int From, int To)> chords)
    {
        double Radius(double value, double least) => most > 0 ? Math.Max(least, Largest * Math.Sqrt(Math.Abs(value) / most)) : least;
        Drawing drawing = new(label, Width, Height);
        foreach ((int from, int to) in chords)
            drawing.Line("chord", 0, Place(from, rays.Count), Place(to, rays.Count));
        for (int i = 0; i < rays.Count; i++)
        {
            (double x, double y) = Place(i, rays.Count);
            drawing.Line("ray", 0.6 + (3.4 * Math.Clamp(rays[i].Strength, 0, 1)), (CentreX, CentreY), (x, y));
        }

        drawing.Open(tip);
        drawing.Circle(size < 0 ? "node loss" : "node hub", CentreX, CentreY, Radius(size, 9));
        drawing.Close();
        for (int i = 0; i < rays.Count; i++)
        {
            (double x, double y) = Place(i, rays.Count);
            double radius = Radius(rays[i].Size, 4);
            drawing.Open(rays[i].Tip);
            drawing.Circle(rays[i].Style, x, y, radius);
            bool isMiddle = Math.Abs(x - CentreX) < 12, isRight = x > CentreX;
            if (isMiddle)
                drawing.Text("halo tick", x, y < CentreY ? y - radius - 5 : y + radius + 15, "middle", Lettering.Fit(rays[i].Name, 150));
            else
                drawing.Text("halo tick", isRight ? x + radius + 5 : x - radius - 5, y + 5, isRight ? "start" : "end", Lettering.Fit(rays[i].Name, (isRight ? Width - x : x) - radius - 5));
            drawing.Close();
        }

        return drawing.ToSvg();
    }

    private static (double X, double Y) Place(int index, int count)
    {
        double angle = (2 * Math.PI * index / count) - (Math.PI / 2);
        return (CentreX + (Across * Math.Cos(angle)), CentreY + (Up * Math.Sin(angle)));
    }
}
