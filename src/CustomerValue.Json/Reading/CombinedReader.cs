using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;

namespace CustomerValue.Json.Reading;

/// <summary>Reads combined segmentations with their parts.</summary>
internal static class CombinedReader
{
    public static CrossSegmentation? Cross(StrictObject fields)
    {
        ISegmentation[]? parts = Parts(fields);
        return parts is null ? null : SegmentationReader.Make(fields, null, () => new CrossSegmentation(parts));
    }

    public static FirstMatchSegmentation? FirstMatch(StrictObject fields)
    {
        ISegmentation[]? parts = Parts(fields);
        string[]? none = None(fields);
        return parts is null ? null : SegmentationReader.Make(fields, null, () => new FirstMatchSegmentation(parts, none));
    }

    public static HierarchySegmentation? Hierarchy(StrictObject fields)
    {
        long before = fields.Problems.Count;
        ISegmentation? first = fields["first"].Object(SegmentationReader.Read);
        Dictionary<string, ISegmentation?> within = Within(fields, "segmentation", part => part.Object(SegmentationReader.Read));
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new HierarchySegmentation(first!, within!));
    }

    /// <summary>The keys of segments that say nothing; null where they are left out.</summary>
    public static string[]? None(StrictObject fields) => fields["none"].IsMissing ? null : [.. fields["none"].Array("an array of keys of segments").Select(key => key.Text())];

    /// <summary>What stands in the segments of a hierarchy, by their keys.</summary>
    public static Dictionary<string, T?> Within<T>(StrictObject fields, string name, Func<StrictValue, T?> read)
        where T : class
    {
        Dictionary<string, T?> within = new(StringComparer.Ordinal);
        foreach (StrictValue value in fields["within"].Array("an array of segments that are divided"))
        {
            value.Object(part =>
            {
                string key = part["segment"].Text();
                T? divides = read(part[name]);
                if (within.ContainsKey(key))
                    part["segment"].Reject("the key of a segment that is not divided yet");
                within[key] = divides;
                return true;
            });
        }

        return within;
    }

    private static ISegmentation[]? Parts(StrictObject fields)
    {
        long before = fields.Problems.Count;
        ISegmentation?[] parts = [.. fields["parts"].Array("an array of segmentations").Select(part => part.Object(SegmentationReader.Read))];
        return fields.Problems.Count > before ? null : [.. parts.OfType<ISegmentation>()];
    }
}
