using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Tests.Segmentation.Laws;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.Geographic;

/// <summary>Against agreement_drift_geo.json (scikit-learn 1.2.1, R's dbscan in cluster_r.json) and counts of the AdventureWorks customers made by pandas.</summary>
public sealed class GeographicGoldenTests
{
    [SkippableFact]
    public void Distances_equal_haversine_to_1e14()
    {
        foreach (JsonElement pair in Reference().GetProperty("geo").GetProperty("haversine_km_R6371_0088").EnumerateArray())
        {
            double[] a = Numbers(pair.GetProperty("a")), b = Numbers(pair.GetProperty("b"));
            Relative.Equal(pair.GetProperty("km").GetDouble(), GreatCircle.DistanceKm(a[0], a[1], b[0], b[1]), 1e-14);
        }
    }

    [SkippableFact]
    public void Geohashes_equal_the_reference_and_decode_to_cells_around_the_points()
    {
        foreach (JsonElement point in Reference().GetProperty("geo").GetProperty("geohash").EnumerateArray())
        {
            double latitude = point.GetProperty("lat").GetDouble(), longitude = point.GetProperty("lon").GetDouble();
            string hash = point.GetProperty("hash").GetString()!;
            Assert.Equal(hash, Geohash.Encode(latitude, longitude));
            GeohashCell cell = Geohash.Decode(hash);
            Assert.True(cell.South <= latitude && latitude < cell.North && cell.West <= longitude && longitude < cell.East);
        }
    }

    [SkippableFact]
    public void Quakes_make_12_places_of_the_reference_sizes_and_364_are_scattered()
    {
        JsonElement reference = Reference().GetProperty("dbscan_quakes");
        int[] expected = [.. reference.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        (double[] latitudes, double[] longitudes) = Quakes();
        (Position[] positions, int[] weights) = DistinctPositions.Of(latitudes, longitudes);
        int[] groups = DensitySearch.Groups([.. positions.Select(position => position.At)], weights, GreatCircle.Chord(50), 10, 2, CancellationToken.None);

        DbscanSegmentation segmentation = Fit(latitudes, longitudes);
        int[] labels = Labels(segmentation, latitudes, longitudes);
        Assert.Equal(12, segmentation.Clusters.Count);
        Assert.Equal(364, labels.Count(label => label == 12));
        Assert.Equal(reference.GetProperty("sizes").EnumerateArray().Select(size => size.GetInt32()).OrderDescending(), segmentation.Clusters.Select(cluster => cluster.Customers));
        Assert.Equal(expected.Select(label => label < 0), labels.Select(label => label == 12));
        HashSet<(double, double)> cores = [.. positions.Where((_, i) => groups[i] >= 0).Select(position => (position.Latitude, position.Longitude))];
        (int Reference, int Ours)[] pairs = [.. expected.Zip(labels).Where((_, row) => cores.Contains(Position.Normal(latitudes[row], longitudes[row]))).Select(pair => (pair.First, pair.Second))];
        Assert.Equal(12, pairs.Distinct().Count());
        Assert.Equal(12, pairs.Select(pair => pair.Reference).Distinct().Count());
        Dictionary<int, int> renamed = pairs.Distinct().ToDictionary(pair => pair.Reference, pair => pair.Ours);
        Assert.Equal(expected.Select(label => label < 0 ? 12 : renamed[label]), labels);
    }

    [SkippableFact]
    public void Moons_on_a_plane_have_the_groups_and_the_noise_of_both_references()
    {
        string[][] moons = [.. SharedData.Lines("data/clustering/moons.csv").Skip(1).Select(line => line.Split(','))];
        SpacePoint[] points = [.. moons.Select(moon => new SpacePoint(Number(moon[0]), Number(moon[1]), 0))];
        int[] groups = DensitySearch.Groups(points, Enumerable.Repeat(1, points.Length).ToArray(), 0.3, 5, 1, CancellationToken.None);
        int[] expected = [.. Reference().GetProperty("dbscan_moons").GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        int[] byR = [.. Reference("cluster_r").GetProperty("dbscan_moons").GetProperty("cluster").EnumerateArray().Select(label => label.GetInt32() - 1)];
        Assert.Equal(expected, byR);
        (int Ours, int Reference)[] pairs = [.. groups.Zip(expected).Where(pair => pair.First >= 0).Distinct()];
        Assert.Equal(expected.Where(label => label >= 0).Distinct().Count(), pairs.Length);
        Assert.Equal(pairs.Length, pairs.Select(pair => pair.Reference).Distinct().Count());
        Assert.All(Enumerable.Range(0, points.Length), row => Assert.Equal(
            expected[row] < 0,
            !points.Where((_, other) => groups[other] >= 0).Any(core => SpacePoint.SquaredDistance(core, points[row]) <= 0.3 * 0.3)));
    }

    [SkippableTheory]
    [InlineData(30, AdministrativeLevel.Community, 263, 14, 2, 2, 10, 249)]
    [InlineData(100, AdministrativeLevel.City, 70, 81, 1, 19, 50, 0)]
    [InlineData(1, AdministrativeLevel.Province, 53, 0, 0, 53, 0, 0)]
    [InlineData(500, AdministrativeLevel.City, 10, 396, 2, 8, 0, 0)]
    public void Adventure_works_customers_have_the_places_that_pandas_counts(int minimum, AdministrativeLevel deepest, int segments, int elsewhere, int countries, int provinces, int cities, int communities)
    {
        CustomerBase customers = AdventureWorks();
        Assert.Equal(18_484, customers.Count);
        GeographicSegmentation tree = Assert.IsType<GeographicSegmentation>(new GeographicStrategy(new GeographicOptions { MinimumCustomers = minimum, Deepest = deepest }).Fit(customers));
        IReadOnlyList<SegmentPlace> places = SegmentPlace.Of(tree, customers);
        Assert.Equal(segments + 2, tree.Segments.Count);
        Assert.Equal(elsewhere, places[segments].Customers);
        Assert.Equal(0, places[segments + 1].Customers);
        Assert.Equal(18_484, places.Sum(place => place.Customers));
        Assert.All(places.Take(segments), place => Assert.True(place.Customers >= minimum));
        Assert.Equal([countries, provinces, cities, communities], Enumerable.Range(1, 4).Select(level => tree.Nodes.Count(node => node.IsSegment && node.Path.Count == level)));
    }

    [SkippableFact]
    public void Adventure_works_has_places_that_hold_what_pandas_counts_and_four_Berlins_apart()
    {
        CustomerBase customers = AdventureWorks();
        GeographicSegmentation tree = Assert.IsType<GeographicSegmentation>(new GeographicStrategy().Fit(customers));
        Dictionary<string, int> counts = SegmentPlace.Of(tree, customers).ToDictionary(place => tree.Segments[place.Segment].Key, place => place.Customers);
        Assert.Equal(53, counts["canada.british-columbia-others"]);
        Assert.Equal(50, counts["canada.british-columbia.newton-others"]);
        Assert.Equal(91, counts["france-others"]);
        Assert.Equal(116, counts["france.seine-paris.paris-others"]);
        Assert.Equal(31, counts["germany.hamburg.berlin"]);
        Assert.Equal(62, counts["germany.hessen.berlin"]);
        Assert.Equal(7819, tree.Nodes.Single(node => node.Path is ["United States"]).Customers);
    }

    internal static (double[] Latitudes, double[] Longitudes) Quakes()
    {
        double[][] rows = [.. SharedData.Lines("data/clustering/quakes.csv").Skip(1).Select(line => line.Split(',').Select(Number).ToArray())];
        return ([.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])]);
    }

    internal static DbscanSegmentation Fit(double[] latitudes, double[] longitudes, int workers = 2) =>
        new DbscanStrategy(new DbscanOptions { RadiusKm = 50 }).Fit(new CoordinateColumns { Latitude = "lat", Longitude = "long" }, latitudes, longitudes, workers);

    internal static int[] Labels(DbscanSegmentation segmentation, double[] latitudes, double[] longitudes)
    {
        Population rows = new() { Profiles = [.. latitudes.Select((_, row) => new CustomerProfile { Customer = new CustomerId($"{row:D6}"), Attributes = new Dictionary<string, string>() })] };
        CustomerBase customers = rows.Base().With(new NumberColumn("lat", latitudes), new NumberColumn("long", longitudes));
        int[] labels = new int[customers.Count];
        segmentation.Assign(customers, labels);
        return labels;
    }

    private static CustomerBase AdventureWorks()
    {
        Dictionary<string, string[]> places = SharedData.Lines("data/adventureworksdw/DimGeography.csv.gz").Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0]);
        string[] names = ["City", "StateProvinceName", "EnglishCountryRegionName", "PostalCode"];
        int[] columns = [1, 3, 5, 8];
        return CustomerBase.OfProfiles(new LocalDate(2014, 1, 28), SharedData.Lines("data/adventureworksdw/DimCustomer.csv.gz").Skip(1).Select(line => line.Split(',')).Select(row => new CustomerProfile
        {
            Customer = new CustomerId(row[0]),
            Attributes = names.Select((name, i) => (name, places[row[1]][columns[i]])).ToDictionary(pair => pair.name, pair => pair.Item2),
        }));
    }

    private static JsonElement Reference(string name = "agreement_drift_geo") => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/segmentation/{name}.json"))).RootElement;

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
