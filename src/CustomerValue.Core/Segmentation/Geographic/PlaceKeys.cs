using System.Text;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Segments of a tree of places: keys made of the places' names, each once.</summary>
internal static class PlaceKeys
{
    /// <summary>The segments of a tree in their order, then elsewhere and those without data.</summary>
    public static IReadOnlyList<Segment> Segments(PlaceTree tree, string between, Func<GeographicNode, bool, LocalizedText> label)
    {
        HashSet<string> taken = new(StringComparer.Ordinal) { Elsewhere.Key, CommonSegments.Incomplete.Key };
        List<Segment> segments = [];
        for (int node = 0; node < tree.Nodes.Count; node++)
        {
            if (tree.Nodes[node].IsSegment)
                segments.Add(new Segment { Key = Free(Key(tree.Nodes[node].Path, between, tree.HasSegmentsWithin[node]), taken), Label = label(tree.Nodes[node], tree.HasSegmentsWithin[node]) });
        }

        return Array.AsReadOnly([.. segments, Elsewhere, CommonSegments.Incomplete]);
    }

    private static Segment Elsewhere { get; } = new()
    {
        Key = "elsewhere",
        Label = new LocalizedText("Elsewhere", "其他地区"),
        Description = new LocalizedText("Places with too few customers for a segment, and places that were not known.", "客户过少、不足以单独成群的地区，以及未知地区。"),
    };

    private static string Key(IReadOnlyList<string> path, string between, bool isRest)
    {
        StringBuilder key = new();
        foreach (string name in path)
        {
            if (key.Length > 0)
                key.Append(between);
            int start = key.Length;
            foreach (char c in name)
            {
                if (char.IsLetterOrDigit(c))
                    key.Append(char.ToLowerInvariant(c));
                else if (key.Length > start && key[key.Length - 1] != '-')
                    key.Append('-');
            }

            if (key.Length > start && key[key.Length - 1] == '-')
                key.Length--;
            if (key.Length == start)
                key.Append("place");
        }

        return key.Append(isRest ? "-others" : "").ToString();
    }

    /// <summary>Names that differ in signs or case only get numbers, in the order of their places.</summary>
    private static string Free(string key, HashSet<string> taken)
    {
        string free = key;
        for (int number = 2; !taken.Add(free); number++)
            free = $"{key}-{number}";
        return free;
    }
}
