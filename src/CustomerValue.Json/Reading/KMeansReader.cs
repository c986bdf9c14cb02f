using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted k-means segmentation.</summary>
internal static class KMeansReader
{
    private const long MostCustomers = 1L << 53;

    public static KMeansSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        FieldScale?[] scales = [.. fields["fields"].Array("an array of fields").Select(field => field.Object(ScaleReader.Read))];
        (Segment Segment, double[] Centre, long Size)[] clusters = [.. fields["clusters"].Array("an array of clusters").Select(cluster => cluster.Object(Cluster))];
        SegmentationFit? fit = fields["fit"].Object(FitReader.Read);
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new KMeansSegmentation(
            scales!, [.. clusters.Select(cluster => cluster.Centre)], [.. clusters.Select(cluster => cluster.Size)], fit!, [.. clusters.Select(cluster => cluster.Segment)]));
    }

    private static (Segment Segment, double[] Centre, long Size) Cluster(StrictObject fields) => (
        SegmentReader.Read(fields),
        [.. fields["centre"].Array("an array of numbers, one a field").Select(value => value.Number())],
        (long)fields["size"].Number(size => size >= 0 && size <= MostCustomers && Math.Floor(size) == size, "a whole number ≥ 0"));
}
