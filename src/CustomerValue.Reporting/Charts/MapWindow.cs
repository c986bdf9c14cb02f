namespace CustomerValue.Reporting.Charts;

/// <summary>
/// The part of the earth that a map shows, longitudes and latitudes as a plain grid. It begins behind the widest stretch of longitudes without a
/// dot, so that islands on both sides of the date line lie side by side.
/// </summary>
internal sealed class MapWindow
{
    private const double Wide = 480;
    private const double Margin = 24;
    private const double Usual = 2;

    public MapWindow(IReadOnlyList<(double Latitude, double Longitude)> points)
    {
        double[] longitudes = [.. points.Select(point => Named(point.Longitude)).Order()];
        // The usual maps' edge, the date line, is kept where it crosses no dots.
        double west = longitudes[0], atEdge = longitudes[0] + 360 - longitudes[^1], widest = atEdge;
        for (int i = 1; i < longitudes.Length; i++)
        {
            if (longitudes[i] - longitudes[i - 1] > Math.Max(widest, Usual * atEdge))
                (west, widest) = (longitudes[i], longitudes[i] - longitudes[i - 1]);
        }

        double south = points.Min(point => point.Latitude), north = points.Max(point => point.Latitude), middle = (south + north) / 2;
        // Degrees of longitude are shorter away from the equator: drawn as long as they are at the middle.
        Squeeze = Math.Max(0.25, Math.Cos(middle * Math.PI / 180));
        double across = Math.Max(0.5, 1.16 * (360 - widest)), up = Math.Max(0.4, 1.2 * (north - south));
        // Neither a strip nor a tower.
        across = Math.Min(360, Math.Max(across, up / Squeeze / 0.75));
        up = Math.Min(180, Math.Max(up, 0.42 * across * Squeeze));
        West = west + ((360 - widest) / 2) - (across / 2);
        East = West + across;
        South = Math.Clamp(middle - (up / 2), -90, 90 - up);
        North = South + up;
        Scale = (Wide - (2 * Margin)) / (across * Squeeze);
        Height = (up * Scale) + (2 * Margin);
    }

    public double West { get; }

    /// <summary>Above <see cref="West"/>; may be above 180.</summary>
    public double East { get; }

    public double South { get; }

    public double North { get; }

    /// <summary>The height of the picture, in units of which the width has 480.</summary>
    public double Height { get; }

    private double Scale { get; }

    private double Squeeze { get; }

    /// <summary>From the left.</summary>
    public double X(double longitude)
    {
        double east = Positive(longitude - West);
        return Margin + (east * Squeeze * Scale);
    }

    /// <summary>From the top.</summary>
    public double Y(double latitude) => Margin + ((North - latitude) * Scale);

    /// <summary>Round longitudes within, some five of them, at least West.</summary>
    public IEnumerable<double> Meridians() => Round(West, East, 5);

    /// <summary>Round latitudes within.</summary>
    public IEnumerable<double> Parallels() => Round(South, North, 4);

    /// <summary>A longitude in [−180, 180) that names it.</summary>
    public static double Named(double longitude) => Positive(longitude + 180) - 180;

    private static IEnumerable<double> Round(double from, double to, int count)
    {
        double step = (to - from) / count, round = new[] { 60, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05 }.FirstOrDefault(degrees => degrees <= step * 1.3, 0.05);
        for (double at = Math.Ceiling(from / round); at * round <= to; at++)
            yield return at * round;
    }

    private static double Positive(double degrees) => degrees - (360 * Math.Floor(degrees / 360));
}
