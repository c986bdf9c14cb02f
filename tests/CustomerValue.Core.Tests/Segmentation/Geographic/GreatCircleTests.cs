using CustomerValue.Segmentation.Geographic;
using CustomerValue.Validation;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation.Geographic;

public sealed class GreatCircleTests
{
    private const double R = GreatCircle.EarthRadiusKm;

    [Theory]
    [InlineData(0, 0, 0, 180, Math.PI * R)]
    [InlineData(90, 12, -90, 77, Math.PI * R)]
    [InlineData(30, 40, -30, -140, Math.PI * R)]
    [InlineData(0, 0, 0, 179.999999, (Math.PI - (1e-6 * Math.PI / 180)) * R)]
    [InlineData(0, 180, 0, -180, 0)]
    [InlineData(90, 0, 90, 123, 0)]
    [InlineData(0, 0, 0, 1e-9, 1e-9 * Math.PI / 180 * R)]
    [InlineData(45, 7, 45.00000000001, 7, 1.00044417195022e-11 * Math.PI / 180 * R)]
    [InlineData(0, 179.75, 0, -179.75, 0.5 * Math.PI / 180 * R)]
    public void It_is_exact_at_both_ends(double latitude1, double longitude1, double latitude2, double longitude2, double kilometres) =>
        Assert.Equal(kilometres, GreatCircle.DistanceKm(latitude1, longitude1, latitude2, longitude2), Math.Max(1e-12, 1e-13 * kilometres));

    [Property]
    public bool It_is_symmetric_turns_with_the_earth_and_columns_are_the_same(ushort a, ushort b, ushort c, ushort d)
    {
        double lat1 = (a / 65535.0 * 180) - 90, lat2 = (b / 65535.0 * 180) - 90, lon1 = (c / 65535.0 * 360) - 180, lon2 = (d / 65535.0 * 360) - 180;
        double there = GreatCircle.DistanceKm(lat1, lon1, lat2, lon2), back = GreatCircle.DistanceKm(lat2, lon2, lat1, lon1);
        double[] column = new double[1];
        GreatCircle.DistancesKm([lat2], [lon2], lat1, lon1, column);
        return Math.Abs(there - back) <= 1e-9 && column[0] == there && there >= 0 && there <= (Math.PI * R) + 1e-9
            && Math.Abs(GreatCircle.DistanceKm(lat1, Turned(lon1), lat2, Turned(lon2)) - there) <= 1e-8;
    }

    [Fact]
    public void Unknown_coordinates_have_unknown_distances_and_wrong_ones_are_named()
    {
        double[] kilometres = new double[2];
        GreatCircle.DistancesKm([double.NaN, 0], [0, double.NaN], 0, 0, kilometres);
        Assert.All(kilometres, value => Assert.True(double.IsNaN(value)));
        Assert.Contains("row 1", Assert.Throws<DataRejectedException>(() => GreatCircle.DistancesKm([0, 90.1], [0, 361], 0, 0, kilometres)).Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Throws<DataRejectedException>(() => GreatCircle.DistanceKm(double.NaN, 0, 0, -181)).Count);
    }

    [Property]
    public bool A_geohash_decodes_to_a_cell_around_its_point(ushort a, ushort b, byte length)
    {
        double latitude = (a / 65536.0 * 180) - 90, longitude = (b / 65536.0 * 360) - 180;
        string hash = Geohash.Encode(latitude, longitude, 1 + (length % 12));
        GeohashCell cell = Geohash.Decode(hash);
        return cell.South <= latitude && latitude < cell.North && cell.West <= longitude && longitude < cell.East && Geohash.Encode(cell.Latitude, cell.Longitude, hash.Length) == hash;
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("u4pruydqqvj8u")]
    [InlineData("s0 0")]
    public void What_is_no_geohash_is_refused(string hash) => Assert.Throws<DataRejectedException>(() => Geohash.Decode(hash));

    private static double Turned(double longitude) => longitude >= 168.75 ? longitude - 348.75 : longitude + 11.25;
}
