using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Places with segments: finds the smallest known place of a customer and its segment. Segments are numbered in the order of their places; the one after them is elsewhere.</summary>
internal sealed class PlaceTree
{
    public const int World = -1;
    private readonly Dictionary<(int Parent, string Name), int> children = [];
    private readonly int[] segmentOf;

    /// <summary>Makes a tree of places in any order.</summary>
    /// <exception cref="DataRejectedException">A place is given twice, without the one around it, too deep, or with a negative count; names each.</exception>
    public PlaceTree(IReadOnlyList<GeographicNode> nodes, int depth)
    {
        GeographicNode[] all = [.. nodes];
        ProblemList problems = new();
        for (int row = 0; row < all.Length; row++)
        {
            if (all[row].Path.Count < 1 || all[row].Path.Count > depth || all[row].Path.Any(string.IsNullOrWhiteSpace))
                problems.Add(row, "path", string.Join(" > ", all[row].Path), $"is no path of 1 to {depth} names, none of them blank.");
            if (all[row].Customers < 0)
                problems.Add(row, "customers", $"{all[row].Customers}", "is below 0; it is a number of customers.");
        }

        problems.ThrowIfAny();
        Array.Sort(all, (a, b) => Compare(a.Path, b.Path));
        segmentOf = new int[all.Length];
        (Nodes, Parents, HasSegmentsWithin) = (Array.AsReadOnly(all), new int[all.Length], new bool[all.Length]);
        for (int node = 0; node < all.Length; node++)
            Join(node, problems);
        problems.ThrowIfAny();
        Number();
    }

    /// <summary>The places, a larger one before those within it, siblings ordered ordinally.</summary>
    public IReadOnlyList<GeographicNode> Nodes { get; }

    /// <summary>The place around each, or <see cref="World"/>.</summary>
    public int[] Parents { get; }

    /// <summary>Whether there are smaller places with segments in each.</summary>
    public bool[] HasSegmentsWithin { get; }

    /// <summary>The number of the segment of those who live in none of the places, after all others.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>The place of a name within another; false where it is none that was kept.</summary>
    public bool TryEnter(ref int place, string name)
    {
        if (!children.TryGetValue((place, name), out int child))
            return false;
        place = child;
        return true;
    }

    /// <summary>The segment of who lives in a place and in no smaller one that is known.</summary>
    public int SegmentOf(int place) => place == World ? Elsewhere : segmentOf[place];

    /// <summary>The place whose segment that is: this one or one around it.</summary>
    public int Owner(int place)
    {
        while (place != World && !Nodes[place].IsSegment)
            place = Parents[place];
        return place;
    }

    /// <summary>Name by name ordinally; a larger place before those within it.</summary>
    public static int Compare(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (int level = 0; level < a.Count && level < b.Count; level++)
        {
            if (string.CompareOrdinal(a[level], b[level]) is not 0 and int order)
                return order;
        }

        return a.Count.CompareTo(b.Count);
    }

    private void Join(int node, ProblemList problems)
    {
        IReadOnlyList<string> path = Nodes[node].Path;
        int parent = World;
        for (int level = 0; level < path.Count - 1; level++)
        {
            if (!TryEnter(ref parent, path[level]))
            {
                problems.Add(node, "path", string.Join(" > ", path), "has no place around it; give that too.");
                return;
            }
        }

        Parents[node] = parent;
        if (children.ContainsKey((parent, path[path.Count - 1])))
            problems.Add(node, "path", string.Join(" > ", path), "is given twice; give each place once.");
        else
            children.Add((parent, path[path.Count - 1]), node);
    }

    private void Number()
    {
        for (int node = 0; node < segmentOf.Length; node++)
            segmentOf[node] = Nodes[node].IsSegment ? Elsewhere++ : -1;
        for (int node = 0; node < segmentOf.Length; node++)
        {
            if (segmentOf[node] < 0)
                segmentOf[node] = SegmentOf(Parents[node]);
        }

        for (int node = segmentOf.Length - 1; node >= 0; node--)
        {
            if (Parents[node] != World)
                HasSegmentsWithin[Parents[node]] |= Nodes[node].IsSegment || HasSegmentsWithin[node];
        }
    }
}
