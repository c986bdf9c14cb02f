using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted demographic segmentation.</summary>
internal static class DemographicReader
{
    public static readonly Dictionary<string, DemographicKind> Kinds = new()
    {
        ["birth"] = DemographicKind.Birth,
        ["number"] = DemographicKind.Number,
        ["ordinal"] = DemographicKind.Ordinal,
        ["category"] = DemographicKind.Category,
    };

    public static DemographicSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        DemographicField?[] all = [.. fields["fields"].Array("an array of fields").Select(field => field.Object(Field))];
        string[] combine = Texts(fields["combine"]), whole = Texts(fields["wholeBands"]);
        SegmentationFit? fit = fields["fit"].Object(given => new SegmentationFit
        {
            Customers = given["customers"].Whole(0),
            Warnings = [.. given["warnings"].Array("an array of texts").Select(text => text.Localized())],
        });
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new DemographicSegmentation(all!, combine, whole, fit));
    }

    public static string[] Texts(StrictValue value) => [.. value.Array("an array of texts").Select(text => text.Text())];

    public static double[] Numbers(StrictValue value) => [.. value.Array("an array of at most 19 numbers").Select(number => number.Number())];

    public static DemographicLevel Level(StrictObject level) => new() { Key = level["key"].Text(), Label = level["label"].Localized(), Values = Texts(level["values"]) };

    private static DemographicField Field(StrictObject field)
    {
        DemographicKind kind = field["kind"].Choice(Kinds);
        double[] edges = Numbers(field["edges"]);
        bool byQuantiles = field["byQuantiles"].Boolean();
        DemographicField read = new()
        {
            Key = field["key"].Text(),
            Label = field["label"].Localized(),
            Kind = kind,
            Columns = Texts(field["columns"]),
            Whole = field["whole"].Boolean(),
            Least = Bound(field["least"]),
            Most = Bound(field["most"]),
            Levels = [.. field["levels"].Array("an array of levels").Select(level => level.Object(Level)!)],
        };
        bool isMeasured = kind is DemographicKind.Birth or DemographicKind.Number;
        if (!isMeasured && edges.Length > 0)
            field["edges"].Reject("empty, as ordinals and categories have no edges");
        return isMeasured ? read with { Bands = byQuantiles ? DemographicBands.AtQuantiles(edges) : DemographicBands.At(edges) } : read;
    }

    private static double? Bound(StrictValue value) => value.IsNull ? null : value.Number(_ => true, "a finite number, or null where there is none");
}
