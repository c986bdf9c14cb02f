using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KPrototypes;
using CustomerValue.Segmentation.Clustering.Medoids;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Segmentation.Psychographic;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Tests.Json;

/// <summary>A segmentation of each kind with every field that its document can have; each has a schema segmentation-NAME.schema.json.</summary>
internal static class SegmentationDocuments
{
    private static readonly Dictionary<string, Func<ISegmentation>> All = new()
    {
        ["rfm"] = Documents.Segmentation,
        ["first-match"] = () => RuleDocuments.Of("segmentation-first-match"),
        ["hierarchy"] = () => RuleDocuments.Of("segmentation-hierarchy"),
        ["cross"] = () => RuleDocuments.Of("segmentation-cross"),
        ["rules"] = () => RuleDocuments.Of("segmentation-rules"),
        ["latent-class"] = Documents.LatentClasses,
        ["dbscan"] = Dbscan,
        ["geohash"] = Geohash,
        ["catchment"] = Catchment,
        ["geographic"] = Geographic,
        ["kprototypes"] = () => new KPrototypesSegmentation(Mixed, 0.1 + 0.2, [[1, 0], [-2.5, 1]], [10, 3], MixedFit, MixedClusters),
        ["medoids"] = () => new MedoidsSegmentation(Mixed, [[1, 0], [-2.5, 1]], [10, 3], MixedFit, MixedClusters),
        ["mixture"] = Documents.Mixture,
        ["kmeans"] = Documents.KMeansSegmentation,
        ["behavioral"] = Documents.BehavioralSegmentation,
        ["demographic"] = Demographic,
        ["psychographic"] = Psychographic,
        ["three-values"] = ThreeValues,
    };

    private static MixedScale[] Mixed =>
    [
        new() { Column = "spend", Kind = MixedFieldKind.Number, Log = true, Centre = 0.1 + 0.2, Spread = 1 / 3e-9 },
        new() { Column = "city", Kind = MixedFieldKind.Category, Categories = ["上海", "Paris"] },
    ];

    private static SegmentationFit MixedFit => new() { Customers = 13, Iterations = 100, Converged = false, Figures = [new("k", 2)], Warnings = [new LocalizedText("Not at rest.", "尚未收敛。")] };

    private static Segment[] MixedClusters =>
        [.. new[] { "old", "new" }.Select(key => new Segment { Key = key, Label = new LocalizedText(key, "群"), Description = new LocalizedText("Who they are.", "他们是谁。") })];

    private static readonly CoordinateColumns Coordinates = new() { Latitude = "lat", Longitude = "lon" };

    public static IEnumerable<string> Names => All.Keys;

    public static ISegmentation Of(string strategy) => All[strategy]();

    /// <summary>Every kind of field, with bounds and without, edges by hand and by quantiles.</summary>
    private static DemographicSegmentation Demographic() => new(
        [
            DemographicFields.Age with { Columns = ["BirthDate"] },
            DemographicFields.Income with { Columns = ["Income"], Fence = null, Most = 501054.8658986554, Bands = DemographicBands.AtQuantiles(0.1 + 0.2, 1 / 3e-9) },
            DemographicFields.Children with { Columns = ["Kidhome", "Teenhome"], Least = null, Most = null },
            DemographicFields.Education with { Columns = ["学历"] },
            DemographicFields.Gender with { Columns = ["性别"] },
        ],
        ["age", "income"],
        ["under-25"],
        new SegmentationFit { Customers = 7, Warnings = [new LocalizedText("income: 1 missing.", "收入：1位缺失。")] });

    private static PsychographicSegmentation Psychographic() => new(
        new FactorModel { Items = ["a", "b", "c"], Means = [3, 2.5, 1 / 3d], Deviations = [1, 0.5, 2], Uniquenesses = [0.5, 0.25, 1], Loadings = [[0.7], [-0.1], [0]], Correlations = [[1]] },
        0.5, 0.75, [new LocalizedText("Open", "开放")]);

    private static GeographicSegmentation Geographic() => new(
        new AdministrativeColumns { Country = "国家", Province = "省", City = "市", District = "区", Community = "社区" },
        [
            new GeographicNode { Path = ["中国"], Customers = 90, IsSegment = false },
            new GeographicNode { Path = ["中国", "浙江"], Customers = 70, IsSegment = true },
        ]);

    private static CatchmentSegmentation Catchment() => new(Coordinates, [new Store { Id = "a", Label = "Bund", Latitude = 31.24, Longitude = 121.49, RadiusKm = 3 }]);

    private static GeohashSegmentation Geohash() => new(Coordinates, 5, [new GeographicNode { Path = ["w"], Customers = 40, IsSegment = true }]);

    private static DbscanSegmentation Dbscan() => new(Coordinates, 2.5, 10, [new DbscanCluster { Customers = 12, Latitude = 31.2, Longitude = 121.5, CoreLatitudes = [31.2, 31.21], CoreLongitudes = [121.5, 121.49] }]);

    /// <summary>A threshold by percentile, one by money, and an influence that nobody has.</summary>
    private static ThreeValueSegmentation ThreeValues() => new(new ThreeValueThresholds
    {
        Established = new() { Money = 0.1 + 0.2, Percentile = 1 / 3d },
        Middle = new() { Money = -1 / 3e-9 },
        Potential = new() { Money = 500 },
        Influence = new() { Money = null, Percentile = 0.8 },
        Customers = 17,
    });
}
