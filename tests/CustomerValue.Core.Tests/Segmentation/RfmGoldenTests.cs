using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using NodaTime.Text;

namespace CustomerValue.Tests.Segmentation;

/// <summary>Against R's package rfm 0.3.0 on its own 4,906 orders of 995 customers: thresholds to 1e-12 relative, scores and segments row by row.</summary>
public class RfmGoldenTests
{
    private static readonly Dictionary<string, string> KeysOfPackage = new()
    {
        ["Champions"] = "champions",
        ["Potential Loyalist"] = "potential-loyalist",
        ["Loyal Customers"] = "loyal",
        ["Promising"] = "promising",
        ["New Customers"] = "new",
        ["Can't Lose Them"] = "cannot-lose",
        ["At Risk"] = "at-risk",
        ["Need Attention"] = "need-attention",
        ["About To Sleep"] = "about-to-sleep",
        ["Lost"] = "lost",
        ["Others"] = "others",
    };

    [SkippableFact]
    public void Quintiles_equal_rfm_orders_default() => Compare("rfm_orders_default", new RfmOptions { Map = RfmSegmentMaps.RPackage });

    [SkippableFact]
    public void Fixed_thresholds_equal_rfm_orders_custom() => Compare("rfm_orders_custom", new RfmOptions
    {
        Recency = RfmBins.At(115, 181, 297, 482),
        Frequency = RfmBins.At(4, 5, 6, 8),
        Monetary = RfmBins.At(256, 382, 506, 666),
        Map = RfmSegmentMaps.RPackage,
    });

    [SkippableFact]
    public void Package_rules_make_the_segments_of_rfm_segment_maps_for_all_125_codes()
    {
        JsonElement cells = Maps().GetProperty("rfm_package_first_match_125").GetProperty("cells");
        Assert.Equal(125, cells.EnumerateObject().Count());
        foreach (JsonProperty cell in cells.EnumerateObject())
            Assert.Equal(KeysOfPackage[cell.Value.GetString()!], SegmentOf(RfmSegmentMaps.RPackage, cell.Name));
    }

    [SkippableFact]
    public void Standard_map_equals_standard_11_for_all_125_codes_and_for_every_customer()
    {
        Dictionary<string, string> expected = Maps().GetProperty("standard_11").GetProperty("map").EnumerateObject()
            .SelectMany(segment => segment.Value.EnumerateArray().Select(code => (Code: code.GetString()!, segment.Name))).ToDictionary(pair => pair.Code, pair => pair.Name);
        Assert.Equal(125, expected.Count);

        Orders orders = new();
        RfmSegmentation segmentation = RfmSegmentation.Fit(orders.Recency, orders.Frequency, orders.Monetary);
        foreach ((string code, string name) in expected)
            Assert.Equal(name, segmentation.Segments.Single(segment => segment.Key == SegmentOf(segmentation.Map, code)).Label.English);

        int[] segments = new int[orders.Count];
        segmentation.Assign(orders.Recency, orders.Frequency, orders.Monetary, segments);
        string[][] table = Table("rfm_orders_default");
        for (int row = 0; row < orders.Count; row++)
            Assert.Equal(expected[table[row][2]], segmentation.Segments[segments[row]].Label.English);
    }

    /// <summary>The same through the front door. Purchases of a day are one here and two there, so the 11 customers with two orders on a day may differ, in frequency alone.</summary>
    [SkippableFact]
    public void From_purchases_all_984_customers_without_two_orders_on_a_day_score_as_in_rfm_orders_default()
    {
        Purchase[] purchases = SharedData.Lines("data/rfm/rfm_data_orders.csv.gz").Skip(1).Select(line => line.Split(',')).Select(order => new Purchase
        {
            Customer = new CustomerId(order[0]),
            Date = LocalDatePattern.Iso.Parse(order[1]).Value,
            Amount = decimal.Parse(order[2], CultureInfo.InvariantCulture),
        }).ToArray();
        HashSet<string> twiceADay = [.. purchases.GroupBy(purchase => (purchase.Customer, purchase.Date)).Where(day => day.Count() > 1).Select(day => day.Key.Customer.Value)];
        Assert.Equal(11, twiceADay.Count);

        PurchaseSummaryBuilder builder = new();
        builder.Add(purchases);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(SmallBase.LastDay), TimeUnit.Week));
        IScoredSegmentation segmentation = Assert.IsAssignableFrom<IScoredSegmentation>(new RfmStrategy().Fit(customers));
        string[][] table = Table("rfm_orders_default");
        for (int row = 0; row < table.Length; row++)
        {
            Assert.Equal(table[row][0], customers.Customer(row).Value);
            string code = segmentation.Score(customers, row)!.Value.ToString();
            Assert.Equal((table[row][6], table[row][8]), (code[..1], code[2..]));
            if (!twiceADay.Contains(table[row][0]))
                Assert.Equal(table[row][7], code[1..2]);
        }
    }

    private static void Compare(string reference, RfmOptions options)
    {
        Orders orders = new();
        RfmSegmentation segmentation = RfmSegmentation.Fit(orders.Recency, orders.Frequency, orders.Monetary, options);

        JsonElement[] thresholds = [.. JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/segmentation/{reference}.json"))).RootElement.GetProperty("threshold").EnumerateArray()];
        for (int i = 0; i < 4; i++)
        {
            AssertNear(thresholds[i].GetProperty("recency_upper").GetDouble(), segmentation.RecencyThresholds[i]);
            AssertNear(thresholds[i].GetProperty("frequency_upper").GetDouble(), segmentation.FrequencyThresholds[i]);
            AssertNear(thresholds[i].GetProperty("monetary_upper").GetDouble(), segmentation.MonetaryThresholds[i]);
        }

        RfmScores[] scores = new RfmScores[orders.Count];
        int[] segments = new int[orders.Count];
        segmentation.Score(orders.Recency, orders.Frequency, orders.Monetary, scores);
        segmentation.Assign(orders.Recency, orders.Frequency, orders.Monetary, segments);
        string[][] table = Table(reference);
        Assert.Equal(995, table.Length);
        for (int row = 0; row < table.Length; row++)
        {
            string[] expected = table[row];
            Assert.Equal(expected[0], orders.Customers[row]);
            Assert.Equal(expected[2], scores[row].ToString());
            Assert.Equal(expected[6] + expected[7] + expected[8], scores[row].ToString());
            Assert.Equal(KeysOfPackage[expected[1]], segmentation.Segments[segments[row]].Key);
            Assert.Equal(scores[row], segmentation.Score(orders.Recency[row], orders.Frequency[row], orders.Monetary[row]));
        }
    }

    private static void AssertNear(double expected, double actual) => Assert.InRange(actual, expected * (1 - 1e-12), expected * (1 + 1e-12));

    private static string SegmentOf(RfmSegmentMap map, string code)
        => map.Segments[map.SegmentOf(new RfmScores(code[0] - '0', code[1] - '0', code[2] - '0'), new RfmScores(5, 5, 5))].Key;

    private static JsonElement Maps() => JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/segmentation/rfm_segment_maps.json"))).RootElement;

    private static string[][] Table(string reference)
        => SharedData.Lines($"reference/segmentation/{reference}_table.csv").Skip(1).Select(line => line.Split(',')).OrderBy(row => row[0], StringComparer.Ordinal).ToArray();

    /// <summary>The package counts orders, not days with orders, so the columns are made here.</summary>
    private sealed class Orders
    {
        public Orders()
        {
            DateTime analysis = new(2006, 12, 31);
            IGrouping<string, string[]>[] customers = SharedData.Lines("data/rfm/rfm_data_orders.csv.gz").Skip(1).Select(line => line.Split(','))
                .GroupBy(order => order[0]).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
            Customers = customers.Select(group => group.Key).ToArray();
            Recency = customers.Select(group => (analysis - group.Max(order => DateTime.Parse(order[1], CultureInfo.InvariantCulture))).TotalDays).ToArray();
            Frequency = customers.Select(group => (double)group.Count()).ToArray();
            Monetary = customers.Select(group => group.Sum(order => double.Parse(order[2], CultureInfo.InvariantCulture))).ToArray();
        }

        public string[] Customers { get; }

        public double[] Recency { get; }

        public double[] Frequency { get; }

        public double[] Monetary { get; }

        public int Count => Customers.Length;
    }
}
