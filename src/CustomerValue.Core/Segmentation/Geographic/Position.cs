using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>A point on the earth, one form each: longitude in [−180, 180), and 0 at the poles; with its place in space on the sphere of radius 1.</summary>
internal readonly struct Position : IComparable<Position>
{
    public Position(double latitude, double longitude)
    {
        (Latitude, Longitude) = Normal(latitude, longitude);
        double phi = GreatCircle.Radians(Latitude), lambda = GreatCircle.Radians(Longitude);
        At = new SpacePoint(Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }

    public double Latitude { get; }

    public double Longitude { get; }

    public SpacePoint At { get; }

    /// <summary>The middle of positions whose places in space have this sum; null where they cancel out.</summary>
    public static Position? Middle(double x, double y, double z)
    {
        double flat = Math.Sqrt((x * x) + (y * y));
        return flat + Math.Abs(z) < 1e-9 ? null : new Position(Math.Atan2(z, flat) * (180 / Math.PI), Math.Atan2(y, x) * (180 / Math.PI));
    }

    /// <summary>The one form of coordinates; adding 0 makes −0 a plain 0.</summary>
    public static (double Latitude, double Longitude) Normal(double latitude, double longitude) => (latitude + 0.0, Math.Abs(latitude) == 90 ? 0 : Wrap(longitude) + 0.0);

    public static double Wrap(double longitude) => longitude >= 180 ? longitude - 360 : longitude;

    public int CompareTo(Position other)
    {
        int byLatitude = Latitude.CompareTo(other.Latitude);
        return byLatitude != 0 ? byLatitude : Longitude.CompareTo(other.Longitude);
    }

    public LocalizedText Words()
    {
        string latitude = Degrees(Latitude), longitude = Degrees(Longitude);
        return new LocalizedText(
            $"{latitude}°{(Latitude < 0 ? "S" : "N")} {longitude}°{(Longitude < 0 ? "W" : "E")}",
            $"{(Latitude < 0 ? "南纬" : "北纬")}{latitude}°{(Longitude < 0 ? "西经" : "东经")}{longitude}°");
    }

    private static string Degrees(double value) => Math.Abs(value).ToString("0.00", CultureInfo.InvariantCulture);
}
