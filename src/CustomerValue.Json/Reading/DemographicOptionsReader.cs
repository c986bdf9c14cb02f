using CustomerValue.Labels;
using CustomerValue.Segmentation.Demographic;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of the demographic strategy: <c>fields</c>, <c>combine</c> (one or two keys of fields) and <c>smallestSegment</c>. A field
/// whose <c>key</c> is a usual one starts from that, and every other part may be left out; another needs <c>kind</c> and <c>columns</c>.
/// </summary>
internal static class DemographicOptionsReader
{
    public static DemographicStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        DemographicField?[]? all = fields["fields"].IsMissing ? null : [.. fields["fields"].Array("an array of fields").Select(field => field.Object(Field))];
        string[]? combine = fields["combine"].IsMissing ? null : DemographicReader.Texts(fields["combine"]);
        int smallest = fields["smallestSegment"].IsMissing ? 0 : fields["smallestSegment"].Whole(0);
        return fields.Problems.Count > before ? null
            : SegmentationReader.Make(fields, null, () => new DemographicStrategy(new DemographicOptions { Fields = all!, Combine = combine, SmallestSegment = smallest }));
    }

    private static DemographicField Field(StrictObject given)
    {
        string key = given["key"].Text();
        DemographicKind? kind = given["kind"].IsMissing ? null : given["kind"].Choice(DemographicReader.Kinds);
        DemographicField? usual = DemographicFields.All.FirstOrDefault(field => field.Key == key && (kind is null || field.Kind == kind));
        if (usual is null && kind is null)
            given["kind"].Reject($"one of {string.Join(", ", DemographicReader.Kinds.Keys)}");
        DemographicField field = usual ?? new DemographicField { Key = key, Label = new LocalizedText(key, key), Kind = kind ?? default };
        return field with
        {
            Label = given["label"].IsMissing ? field.Label : given["label"].Localized(),
            Columns = given["columns"].IsMissing ? field.Columns : DemographicReader.Texts(given["columns"]),
            Bands = given["bands"].IsMissing ? field.Bands : given["bands"].Object(Bands),
            Least = given["least"].IsMissing ? field.Least : given["least"].Number(),
            Most = given["most"].IsMissing ? field.Most : given["most"].Number(),
            Fence = given["fence"].IsMissing ? field.Fence : given["fence"].Positive(),
            Whole = given["whole"].IsMissing ? field.Whole : given["whole"].Boolean(),
            Levels = given["levels"].IsMissing ? field.Levels : [.. given["levels"].Array("an array of levels").Select(level => level.Object(DemographicReader.Level)!)],
        };
    }

    private static DemographicBands Bands(StrictObject bands)
    {
        if (bands["edges"].IsMissing)
            return DemographicBands.Quantiles(bands["quantiles"].Whole(2, 20));
        return DemographicBands.At(DemographicReader.Numbers(bands["edges"]));
    }
}
