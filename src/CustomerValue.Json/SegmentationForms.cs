using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Segmentation.Clustering.KPrototypes;
using CustomerValue.Segmentation.Clustering.Medoids;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Segmentation.Psychographic;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Json;

/// <summary>The form of each kind of segmentation as JSON: a line a kind. All fields beside version and strategy are the kind's own.</summary>
internal static class SegmentationForms
{
    private static readonly Form[] All =
    [
        Of<RfmSegmentation>("rfm", RfmReader.Read, RfmWriter.Write),
        Of<DemographicSegmentation>("demographic", DemographicReader.Read, DemographicWriter.Write),
        Of<BehavioralSegmentation>("behavioral", BehavioralReader.Read, BehavioralWriter.Write),
        Of<PsychographicSegmentation>("psychographic", PsychographicReader.Read, PsychographicWriter.Write),
        Of<LatentClassSegmentation>("latent-class", LatentClassReader.Read, LatentClassWriter.Write),
        Of<GeographicSegmentation>("geographic", GeographicReader.Read, GeographicWriter.Write),
        Of<CatchmentSegmentation>("catchment", CatchmentReader.Read, CatchmentWriter.Write),
        Of<GeohashSegmentation>("geohash", GeohashReader.Read, GeohashWriter.Write),
        Of<DbscanSegmentation>("dbscan", DbscanReader.Read, DbscanWriter.Write),
        Of<KMeansSegmentation>("kmeans", KMeansReader.Read, KMeansWriter.Write),
        Of<MixtureSegmentation>("mixture", MixtureReader.Read, MixtureWriter.Write),
        Of<KPrototypesSegmentation>("kprototypes", MixedReader.Prototypes, MixedWriter.Write),
        Of<MedoidsSegmentation>("medoids", MixedReader.Medoids, MixedWriter.Write),
        Of<RuleSegmentation>("rules", RulesReader.Read, RulesWriter.Write),
        Of<ThreeValueSegmentation>("three-values", ThreeValueReader.Read, ThreeValueWriter.Write),
        Of<CrossSegmentation>("cross", CombinedReader.Cross, CombinedWriter.Write),
        Of<HierarchySegmentation>("hierarchy", CombinedReader.Hierarchy, CombinedWriter.Write),
        Of<FirstMatchSegmentation>("first-match", CombinedReader.FirstMatch, CombinedWriter.Write),
    ];

    /// <summary>Readers by the strategy's name.</summary>
    public static IReadOnlyDictionary<string, Func<StrictObject, ISegmentation?>> Readers { get; } = All.ToDictionary(form => form.Strategy, form => form.Read);

    /// <summary>Writes the kind's own fields into an object that is open.</summary>
    /// <exception cref="ArgumentException">The kind has no form, such as a user's own.</exception>
    public static void WriteFields(Utf8JsonWriter writer, ISegmentation segmentation)
    {
        Form form = All.FirstOrDefault(form => form.Kind == segmentation?.GetType())
            ?? throw new ArgumentException($"A segmentation by '{segmentation?.Strategy}' has no form as JSON; these have: {string.Join(", ", All.Select(known => known.Strategy))}.", nameof(segmentation));
        form.Write(writer, segmentation);
    }

    /// <summary>Whether the segmentation has a form.</summary>
    public static bool Has(ISegmentation segmentation) => All.Any(form => form.Kind == segmentation.GetType());

    private static Form Of<T>(string strategy, Func<StrictObject, T?> read, Action<Utf8JsonWriter, T> write)
        where T : class, ISegmentation => new(strategy, typeof(T), read, (writer, segmentation) => write(writer, (T)segmentation));

    private sealed record Form(string Strategy, Type Kind, Func<StrictObject, ISegmentation?> Read, Action<Utf8JsonWriter, ISegmentation> Write);
}
