using CustomerValue.Json.Reading;
using CustomerValue.Segmentation;

namespace CustomerValue.Json;

/// <summary>The options of each strategy as JSON: a line a strategy. Every field may be left out; an empty object is the strategy as it comes.</summary>
internal static class StrategyForms
{
    /// <summary>Readers of options by the strategy's name.</summary>
    public static IReadOnlyDictionary<string, Func<StrictObject, ISegmentationStrategy?>> Readers { get; } = new Dictionary<string, Func<StrictObject, ISegmentationStrategy?>>
    {
        ["rfm"] = RfmOptionsReader.Read,
        ["demographic"] = DemographicOptionsReader.Read,
        ["behavioral"] = BehavioralOptionsReader.Read,
        ["psychographic"] = PsychographicOptionsReader.Read,
        ["latent-class"] = LatentClassOptionsReader.Read,
        ["geographic"] = GeographicOptionsReader.Read,
        ["catchment"] = CatchmentOptionsReader.Read,
        ["geohash"] = GeohashOptionsReader.Read,
        ["dbscan"] = DbscanOptionsReader.Read,
        ["kmeans"] = KMeansOptionsReader.Read,
        ["mixture"] = MixtureOptionsReader.Read,
        ["kprototypes"] = MixedOptionsReader.Prototypes,
        ["medoids"] = MixedOptionsReader.Medoids,
        ["rules"] = RulesReader.Strategy,
        ["three-values"] = ThreeValueOptionsReader.Read,
        ["cross"] = CombinedOptionsReader.Cross,
        ["hierarchy"] = CombinedOptionsReader.Hierarchy,
        ["first-match"] = CombinedOptionsReader.FirstMatch,
    };
}
