using CustomerValue.Customers;
using CustomerValue.Segmentation.Geographic;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation.Geographic;

public sealed class DbscanTests
{
    private static readonly CoordinateColumns Columns = new() { Latitude = "lat", Longitude = "lon" };

    /// <summary>Against all pairs by great-circle distance, at the equator beside the date line or around a pole, with equal positions among them.</summary>
    [Property(MaxTest = 60)]
    public bool Places_are_those_of_all_pairs(int seed, bool atPole)
    {
        Random random = new(seed);
        (double Latitude, double Longitude)[] points = [.. Enumerable.Range(0, 150).Select(_ => atPole
            ? (90 - (random.Next(60) / 100.0), random.Next(36) * 10.0)
            : ((random.Next(120) / 100.0) - 0.6, Position.Wrap(179.4 + (random.Next(120) / 100.0))))];
        double radius = 5 + (random.NextDouble() * 15);
        int minimum = 1 + random.Next(8);
        DbscanSegmentation found = Fit(points, radius, minimum, 1 + random.Next(3));

        bool Near(int a, int b) => GreatCircle.DistanceKm(points[a].Latitude, points[a].Longitude, points[b].Latitude, points[b].Longitude) <= radius;
        int[] rows = [.. Enumerable.Range(0, points.Length)];
        bool[] isCore = [.. rows.Select(row => rows.Count(other => Near(row, other)) >= minimum)];
        int[] group = [.. rows];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (int a in rows.Where(row => isCore[row]))
            {
                int least = rows.Where(b => isCore[b] && Near(a, b)).Min(b => group[b]);
                changed |= least < group[a];
                group[a] = Math.Min(group[a], least);
            }
        }

        int scattered = rows.Count(row => !isCore[row] && !rows.Any(other => isCore[other] && Near(row, other)));
        HashSet<(double, double)>[] cores = [.. rows.Where(row => isCore[row]).GroupBy(row => group[row]).Select(place => place.Select(row => Position.Normal(points[row].Latitude, points[row].Longitude)).ToHashSet())];
        return cores.Length == found.Clusters.Count
            && points.Length - scattered == found.Clusters.Sum(cluster => cluster.Customers)
            && found.Clusters.All(cluster => cores.Any(place => place.SetEquals(cluster.CoreLatitudes.Zip(cluster.CoreLongitudes))));
    }

    [Fact]
    public void Order_and_threads_change_nothing()
    {
        Random random = new(4);
        (double, double)[] points = [.. Enumerable.Range(0, 20_000).Select(_ => (random.NextDouble() * 4, Position.Wrap(178 + (random.NextDouble() * 4))))];
        DbscanSegmentation one = Fit(points, 2, 5, 1), other = Fit([.. points.Reverse()], 2, 5, 4);
        Assert.NotEmpty(one.Clusters);
        Assert.Equal(one.Segments, other.Segments);
        for (int i = 0; i < one.Clusters.Count; i++)
        {
            Assert.Equal(one.Clusters[i].CoreLatitudes, other.Clusters[i].CoreLatitudes);
            Assert.Equal((one.Clusters[i].Latitude, one.Clusters[i].Longitude), (other.Clusters[i].Latitude, other.Clusters[i].Longitude));
        }
    }

    [Fact]
    public void The_middle_of_a_place_on_the_date_line_is_on_the_date_line()
    {
        DbscanCluster place = Assert.Single(Fit([(1, 179.99), (1, -179.99), (1, 180), (1, 180.01)], 3, 3, 1).Clusters);
        Assert.Equal(4, place.Customers);
        Assert.Equal(1, place.Latitude, 1e-6);
        Assert.Equal(180, Math.Abs(place.Longitude), 1e-2);
    }

    [Fact]
    public void A_million_customers_at_one_place_are_one_position_and_nobody_is_nothing()
    {
        Assert.Equal(1, Fit([.. Enumerable.Repeat((30.0, 120.0), 1_000_000)], 1, 10, 1).CorePositions);
        Assert.Empty(Fit([], 1, 10, 1).Clusters);
        Assert.Empty(Fit([(double.NaN, 1), (1, 2)], 1, 10, 1).Clusters);
    }

    private static DbscanSegmentation Fit((double Latitude, double Longitude)[] points, double radius, int minimum, int workers) =>
        new DbscanStrategy(new DbscanOptions { RadiusKm = radius, MinimumPoints = minimum }).Fit(Columns, Array.ConvertAll(points, point => point.Latitude), Array.ConvertAll(points, point => point.Longitude), workers);
}
