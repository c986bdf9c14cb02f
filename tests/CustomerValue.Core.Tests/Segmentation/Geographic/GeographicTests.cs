using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Tests.Json;
using CustomerValue.Tests.Segmentation.Laws;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Geographic;

public sealed class GeographicTests
{
    private static readonly string[] Levels = ["country", "province", "city"];

    [Fact]
    public void Small_places_join_the_larger_one_and_cities_of_one_name_stay_apart()
    {
        CustomerBase customers = Places([.. Times(4, "CN", "Zhejiang", "Hangzhou"), .. Times(2, "CN", "Zhejiang", "Ningbo"), .. Times(1, "CN", "Zhejiang", "Wenzhou"), .. Times(3, "CN", "Hebei", "Chaoyang"), .. Times(3, "CN", "Liaoning", "Chaoyang"), .. Times(1, "JP", "Osaka", "Osaka")]);
        GeographicSegmentation tree = Fit(customers, 3);
        Assert.Equal(["cn.hebei.chaoyang", "cn.liaoning.chaoyang", "cn.zhejiang-others", "cn.zhejiang.hangzhou", "elsewhere", "incomplete"], tree.Segments.Select(segment => segment.Key));
        Assert.Equal([3, 3, 3, 4, 1, 0], SegmentPlace.Of(tree, customers).Select(place => place.Customers));
        Assert.Equal("Other in Zhejiang, CN", tree.Segments[2].Label.English);
        Assert.Equal("CN·Zhejiang其他地区", tree.Segments[2].Label.Chinese);
    }

    [Theory]
    [InlineData("CN", "Zhejiang", "Lishui", "cn.zhejiang-others")]
    [InlineData("CN", "Zhejiang", "", "cn.zhejiang-others")]
    [InlineData("CN", "", "Hangzhou", "elsewhere")]
    [InlineData("CN", "Tibet", "Lhasa", "elsewhere")]
    [InlineData("FR", "", "", "elsewhere")]
    [InlineData("", "Zhejiang", "Hangzhou", "incomplete")]
    public void A_newcomer_is_of_the_deepest_known_place_that_has_a_segment(string country, string province, string city, string key)
    {
        GeographicSegmentation tree = Fit(Places([.. Times(4, "CN", "Zhejiang", "Hangzhou"), .. Times(2, "CN", "Zhejiang", "Ningbo"), .. Times(1, "CN", "Zhejiang", "Wenzhou")]), 3);
        SegmentAssignment one = tree.Assign(Places([[country, province, city]]), 0);
        Assert.Equal(key, tree.Segments[one.Segment].Key);
    }

    [Fact]
    public void A_million_places_of_one_customer_are_elsewhere()
    {
        CustomerBase customers = new Population { Profiles = [new CustomerProfile { Customer = new CustomerId("a"), Attributes = new Dictionary<string, string>() }] }.Base();
        Assert.Equal("elsewhere", Fit(customers.With(new NumberColumn("zip", new double[] { 3000 })), 2).Segments[0].Key);
        PlaceCount count = new();
        for (int i = 0; i < 1_000_000; i++)
            count.Add(count.Place(PlaceTree.World, $"{i}"));
        Assert.Empty(count.Roll(2));
    }

    [Fact]
    public void Names_that_make_the_same_key_or_none_get_keys_of_their_own()
    {
        GeographicSegmentation tree = Fit(Places([["a b", "", ""], ["A-B", "", ""], ["elsewhere", "", ""], ["!?", "", ""]]), 1);
        Assert.Equal(["place", "a-b", "a-b-2", "elsewhere-2", "elsewhere", "incomplete"], tree.Segments.Select(segment => segment.Key));
    }

    [Fact]
    public void Without_columns_of_places_or_coordinates_the_fit_says_what_to_name()
    {
        CustomerBase nothing = new Population { Profiles = [new CustomerProfile { Customer = new CustomerId("a"), Attributes = new Dictionary<string, string> { ["colour"] = "red" } }] }.Base();
        Assert.Contains("none of country, province, city", Refusal(() => new GeographicStrategy().Fit(nothing)), StringComparison.Ordinal);
        Assert.Contains("'Land' is no column", Refusal(() => new GeographicStrategy(new GeographicOptions { Columns = new AdministrativeColumns { Country = "Land" } }).Fit(nothing)), StringComparison.Ordinal);
        Assert.Contains("latitude, lat, 纬度", Refusal(() => new DbscanStrategy().Fit(nothing)), StringComparison.Ordinal);
        Assert.Contains("longitude", Refusal(() => new GeohashStrategy().Fit(nothing)), StringComparison.Ordinal);
        Assert.Contains("at least one store", Refusal(() => new CatchmentStrategy().Fit(Points((1, 1)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_name_every_problem()
    {
        Assert.Equal(2, new GeographicOptions { Deepest = (AdministrativeLevel)5, MinimumCustomers = 0 }.Validate().Count);
        Assert.Equal(2, new GeohashOptions { Length = 13, MinimumCustomers = -1 }.Validate().Count);
        Assert.Equal(2, new DbscanOptions { RadiusKm = double.NaN, MinimumPoints = 0 }.Validate().Count);
        Store store = new() { Id = "a", Latitude = 91, Longitude = 0, RadiusKm = 0 };
        Assert.Equal(5, new CatchmentOptions { Stores = [store, store] }.Validate().Count);
        Assert.Throws<DataRejectedException>(() => new DbscanStrategy(new DbscanOptions { RadiusKm = 0 }));
    }

    [Fact]
    public void The_nearest_store_that_serves_the_place_wins_and_ties_go_to_the_first_id()
    {
        CatchmentSegmentation stores = new(new CoordinateColumns { Latitude = "lat", Longitude = "lon" },
        [
            new Store { Id = "near-but-small", Latitude = 0, Longitude = 179.99, RadiusKm = 0.5 },
            new Store { Id = "b", Latitude = 0, Longitude = -179.9, RadiusKm = 50 },
            new Store { Id = "a", Latitude = 0, Longitude = -179.9, RadiusKm = 50 },
        ]);
        CustomerBase customers = Points((0, 179.98), (0, 179.99), (10, 10), (95, 0));
        Assert.Equal(["store.a", "store.near-but-small", "outside", "incomplete"], Enumerable.Range(0, 4).Select(row => stores.Segments[stores.Assign(customers, row).Segment].Key));
        Assert.Equal(GreatCircle.DistanceKm(0, 179.98, 0, -179.9), stores.Assign(customers, 0).Distance);
    }

    [Fact]
    public void Options_are_read_from_json()
    {
        Assert.Equal("geographic", Strategy("geographic", """{"columns":{"country":"Land"},"deepest":"city","minimumCustomers":5}""").Name);
        Assert.Equal("geohash", Strategy("geohash", """{"columns":{"latitude":"y"},"length":7,"minimumCustomers":5}""").Name);
        Assert.Equal("dbscan", Strategy("dbscan", """{"radiusKm":2,"minimumPoints":4}""").Name);
        Assert.Equal("catchment", Strategy("catchment", """{"stores":[{"id":"a","latitude":1,"longitude":2,"radiusKm":3}]}""").Name);
        Assert.All(new[] { "geographic", "geohash", "dbscan", "catchment" }, name => Assert.Equal(name, Strategy(name, "{}").Name));
        Assert.Contains("RadiusKm", Refusal(() => Strategy("dbscan", """{"radiusKm":20000}""")), StringComparison.Ordinal);
        Assert.Contains("deepest", Refusal(() => Strategy("geographic", """{"deepest":"street"}""")), StringComparison.Ordinal);
    }

    private static ISegmentationStrategy Strategy(string name, string options) => StrategyJson.Read(name, JsonText.Stream(options));

    private static GeographicSegmentation Fit(CustomerBase customers, int minimum) =>
        Assert.IsType<GeographicSegmentation>(new GeographicStrategy(new GeographicOptions { MinimumCustomers = minimum }).Fit(customers));

    private static string[][] Times(int count, params string[] path) => [.. Enumerable.Repeat(path, count)];

    private static CustomerBase Places(string[][] rows) => new Population
    {
        Profiles = [.. rows.Select((row, i) => new CustomerProfile { Customer = new CustomerId($"{i:D3}"), Attributes = Levels.Zip(row).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second) })],
    }.Base();

    private static CustomerBase Points(params (double Latitude, double Longitude)[] points) => new Population
    {
        Profiles = [.. points.Select((_, i) => new CustomerProfile { Customer = new CustomerId($"{i:D3}"), Attributes = new Dictionary<string, string>() })],
        Columns = _ => [new NumberColumn("lat", points.Select(point => point.Latitude).ToArray()), new NumberColumn("lon", points.Select(point => point.Longitude).ToArray())],
    }.Base();

    private static string Refusal(Action act) => Assert.Throws<DataRejectedException>(act).Message;
}
