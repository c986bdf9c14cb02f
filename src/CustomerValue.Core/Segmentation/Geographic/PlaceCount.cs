namespace CustomerValue.Segmentation.Geographic;

/// <summary>Counts customers by place and rolls small places up. Sums of whole numbers: the order of customers changes nothing.</summary>
internal sealed class PlaceCount
{
    private readonly Dictionary<(int Parent, string Name), int> known = [];
    private readonly List<(int Parent, string Name)> places = [];
    private readonly List<int> here = [];

    /// <summary>The place of a name within another one, −1 being the whole world; a new one where it was not seen yet.</summary>
    public int Place(int parent, string name)
    {
        if (known.TryGetValue((parent, name), out int place))
            return place;
        known.Add((parent, name), place = places.Count);
        places.Add((parent, name));
        here.Add(0);
        return place;
    }

    /// <summary>Counts a customer of whom no smaller place is known; −1 is nowhere.</summary>
    public void Add(int place)
    {
        if (place >= 0)
            here[place]++;
    }

    /// <summary>
    /// From the smallest places up: customers who live in a place and in no segment within it make a segment of it where they are enough,
    /// else they go to the larger place. Keeps the places that have a segment, and those around them.
    /// </summary>
    public IReadOnlyList<GeographicNode> Roll(int minimum)
    {
        int[] left = [.. here], all = [.. here];
        bool[] isSegment = new bool[here.Count], isKept = new bool[here.Count];
        // A place is numbered after the one around it.
        for (int place = here.Count - 1; place >= 0; place--)
        {
            int parent = places[place].Parent;
            isSegment[place] = left[place] >= minimum;
            isKept[place] |= isSegment[place];
            if (parent < 0)
                continue;
            isKept[parent] |= isKept[place];
            all[parent] += all[place];
            if (!isSegment[place])
                left[parent] += left[place];
        }

        List<GeographicNode> nodes = [];
        for (int place = 0; place < here.Count; place++)
        {
            if (isKept[place])
                nodes.Add(new GeographicNode { Path = PathOf(place), Customers = all[place], IsSegment = isSegment[place] });
        }

        nodes.Sort((a, b) => PlaceTree.Compare(a.Path, b.Path));
        return nodes;
    }

    private string[] PathOf(int place)
    {
        List<string> path = [];
        for (; place >= 0; place = places[place].Parent)
            path.Insert(0, places[place].Name);
        return [.. path];
    }
}
