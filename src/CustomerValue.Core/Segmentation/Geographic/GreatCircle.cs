using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Distances along the earth's surface, taken as a sphere. With h = sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2) the distance is 2R·atan2(√h, √(1 − h)),
/// where 1 − h is the h of the antipode, so that nothing cancels: exact for a millimetre and for half the globe. Source: Sinnott (1984), Virtues of the haversine.
/// </summary>
public static class GreatCircle
{
    /// <summary>The mean radius of the earth in kilometres (IUGG R1).</summary>
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>The distance between two points in kilometres, in [0, π·<see cref="EarthRadiusKm"/>].</summary>
    /// <param name="latitude1">Degrees north, in [−90, 90].</param>
    /// <param name="longitude1">Degrees east, in [−180, 360].</param>
    /// <param name="latitude2">Degrees north, in [−90, 90].</param>
    /// <param name="longitude2">Degrees east, in [−180, 360].</param>
    /// <exception cref="DataRejectedException">A coordinate is out of range or NaN; names each.</exception>
    public static double DistanceKm(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        ProblemList problems = new();
        Check(null, latitude1, longitude1, problems);
        Check(null, latitude2, longitude2, problems);
        problems.ThrowIfAny();
        return Haversine(latitude1, longitude1, Cosine(latitude1), latitude2, longitude2);
    }

    /// <summary>The distances of many points from one, in kilometres; allocates nothing per point.</summary>
    /// <param name="latitudes">Degrees north, in [−90, 90]; NaN where unknown.</param>
    /// <param name="longitudes">Degrees east, in [−180, 360]; NaN where unknown.</param>
    /// <param name="latitude">The one point's degrees north, in [−90, 90].</param>
    /// <param name="longitude">The one point's degrees east, in [−180, 360].</param>
    /// <param name="kilometres">One a row, written; NaN where a coordinate is unknown.</param>
    /// <exception cref="ArgumentException">Columns of different lengths.</exception>
    /// <exception cref="DataRejectedException">A coordinate is out of range; names the rows. Nothing is written then.</exception>
    public static void DistancesKm(ReadOnlySpan<double> latitudes, ReadOnlySpan<double> longitudes, double latitude, double longitude, Span<double> kilometres)
    {
        if (longitudes.Length != latitudes.Length || kilometres.Length != latitudes.Length)
            throw new ArgumentException($"There are {latitudes.Length} latitudes, {longitudes.Length} longitudes and {kilometres.Length} places for distances; give as many of each.", nameof(kilometres));
        ProblemList problems = new();
        Check(null, latitude, longitude, problems);
        for (int row = 0; row < latitudes.Length; row++)
        {
            if (!double.IsNaN(latitudes[row]) && !double.IsNaN(longitudes[row]) && !IsOnEarth(latitudes[row], longitudes[row]))
                Check(row, latitudes[row], longitudes[row], problems);
        }

        problems.ThrowIfAny();
        double cosine = Cosine(latitude);
        for (int row = 0; row < latitudes.Length; row++)
            kilometres[row] = Haversine(latitude, longitude, cosine, latitudes[row], longitudes[row]);
    }

    /// <summary>Whether both are known and in range: latitude in [−90, 90], longitude in [−180, 360].</summary>
    internal static bool IsOnEarth(double latitude, double longitude) => latitude is >= -90 and <= 90 && longitude is >= -180 and <= 360;

    /// <summary>The same for coordinates known to be in range.</summary>
    internal static double Between(double latitude1, double longitude1, double latitude2, double longitude2) =>
        Haversine(latitude1, longitude1, Cosine(latitude1), latitude2, longitude2);

    /// <summary>The straight line through the sphere of radius 1 between points that are so far apart on the surface.</summary>
    internal static double Chord(double kilometres) => 2 * Math.Sin(Math.Min(kilometres / (2 * EarthRadiusKm), Math.PI / 2));

    internal static double Radians(double degrees) => degrees * (Math.PI / 180);

    internal static void Check(long? row, double latitude, double longitude, ProblemList problems)
    {
        if (latitude is not (>= -90 and <= 90))
            problems.Add(row, "latitude", latitude.ToString("R", CultureInfo.InvariantCulture), "is no latitude; give degrees north in [-90, 90].");
        if (longitude is not (>= -180 and <= 360))
            problems.Add(row, "longitude", longitude.ToString("R", CultureInfo.InvariantCulture), "is no longitude; give degrees east in [-180, 180], or in [0, 360].");
    }

    private static double Cosine(double latitude) => Math.Cos(Radians(latitude));

    private static double Haversine(double latitude1, double longitude1, double cosine1, double latitude2, double longitude2)
    {
        // Differences are taken in degrees, where they are exact for near points, and around the date line.
        double half = Radians(Math.IEEERemainder(longitude2 - longitude1, 360)) / 2;
        double cosines = cosine1 * Cosine(latitude2);
        double apart = Math.Sin(Radians(latitude2 - latitude1) / 2), opposite = Math.Sin(Radians(latitude2 + latitude1) / 2);
        double sine = Math.Sin(half), cosine = Math.Cos(half);
        return 2 * EarthRadiusKm * Math.Atan2(Math.Sqrt((apart * apart) + (cosines * sine * sine)), Math.Sqrt((opposite * opposite) + (cosines * cosine * cosine)));
    }
}
