using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Psychographic;

namespace CustomerValue.Tests.Json;

/// <summary>A segmentation of each kind with every field that its document can have; each has a schema segmentation-NAME.schema.json.</summary>
internal static class SegmentationDocuments
{
    private static readonly Dictionary<string, Func<ISegmentation>> All = new()
    {
        ["mixture"] = Documents.Mixture,
        ["kmeans"] = Documents.KMeansSegmentation,
        ["behavioral"] = Documents.BehavioralSegmentation,
        ["demographic"] = Demographic,
        ["psychographic"] = Psychographic,
    };

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
}
