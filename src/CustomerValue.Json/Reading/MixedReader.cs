using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KPrototypes;
using CustomerValue.Segmentation.Clustering.Medoids;

namespace CustomerValue.Json.Reading;

/// <summary>Reads fitted clusters of mixed data: k-prototypes and medoids.</summary>
internal static class MixedReader
{
    private const long MostCustomers = 1L << 53;

    public static readonly Dictionary<string, MixedFieldKind> Kinds = new()
    {
        ["number"] = MixedFieldKind.Number,
        ["category"] = MixedFieldKind.Category,
        ["ordered"] = MixedFieldKind.Ordered,
        ["asymmetric"] = MixedFieldKind.Asymmetric,
    };

    private static readonly Dictionary<string, bool> IsLogarithm = new() { ["value"] = false, ["logarithm"] = true };

    public static KPrototypesSegmentation? Prototypes(StrictObject fields)
    {
        double gamma = fields["gamma"].NotNegative();
        return Read(fields, (scales, centres, sizes, fit, clusters) => new KPrototypesSegmentation(scales, gamma, centres, sizes, fit, clusters));
    }

    public static MedoidsSegmentation? Medoids(StrictObject fields) => Read(fields, (scales, centres, sizes, fit, clusters) => new MedoidsSegmentation(scales, centres, sizes, fit, clusters));

    private static T? Read<T>(StrictObject fields, Func<MixedScale[], double[][], long[], SegmentationFit, Segment[], T> make)
        where T : class
    {
        long before = fields.Problems.Count;
        MixedScale?[] scales = [.. fields["fields"].Array("an array of fields").Select(field => field.Object(Scale))];
        (Segment Segment, double[] Centre, long Size)[] clusters = [.. fields["clusters"].Array("an array of clusters").Select(cluster => cluster.Object(Cluster))];
        SegmentationFit? fit = fields["fit"].Object(FitReader.Read);
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => make(
            scales!, [.. clusters.Select(cluster => cluster.Centre)], [.. clusters.Select(cluster => cluster.Size)], fit!, [.. clusters.Select(cluster => cluster.Segment)]));
    }

    private static MixedScale Scale(StrictObject fields) => new()
    {
        Column = fields["column"].Text(column => column.Trim().Length > 0, "a column's name"),
        Kind = fields["kind"].Choice(Kinds),
        Log = fields["measure"].Choice(IsLogarithm),
        Centre = fields["centre"].Number(),
        Spread = fields["spread"].Positive(),
        Categories = [.. fields["categories"].Array($"an array of at most {MixedScale.MostCategories} texts", MixedScale.MostCategories).Select(text => text.Text())],
    };

    private static (Segment Segment, double[] Centre, long Size) Cluster(StrictObject fields) => (
        SegmentReader.Read(fields),
        [.. fields["centre"].Array("an array of numbers, one a field").Select(value => value.Number())],
        (long)fields["size"].Number(size => size >= 0 && size <= MostCustomers && Math.Floor(size) == size, "a whole number ≥ 0"));
}
