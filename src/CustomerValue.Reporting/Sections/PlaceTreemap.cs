using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Reporting.Sections;

/// <summary>Countries, and the places next within them, as areas.</summary>
internal static class PlaceTreemap
{
    private const int MostOuter = 12;
    private const int MostInner = 14;

    public static void Write(Page page, SegmentGroups groups, GeographicSegmentation tree)
    {
        Place world = Grow(page, groups, tree);
        if (world.Customers == 0)
            return;
        // Where there is one country, its provinces tell more.
        while (world.Within.Count(place => place.Value.Customers > 0) == 1 && world.Within.Values.First(place => place.Customers > 0) is { Within.Count: > 0 } only)
            world = only;
        TreemapPart[] parts = Parts(page, world, MostOuter, isOuter: true);
        double[] drawn = [.. parts.SelectMany(part => part.Parts.Count > 1 ? part.Parts : [part]).Select(part => part.Worth)];
        string least = PlaceSection.Words(page, drawn.Min()), highest = PlaceSection.Words(page, drawn.Max());
        TreemapPart largest = parts.MaxBy(part => part.Size)!;
        string title = page.Say(SegmentTexts.TreeTitle);
        string takeaway = page.Sentence(SegmentTexts.TreeTakeaway, largest.Name, Format.Number(largest.Size), Format.Percent(largest.Size / world.Customers));
        page.Figure(title, takeaway, Treemap.Draw(title, parts), page.Say(SegmentTexts.TreeHow, least, highest));
    }

    /// <summary>The places with the customers of their segments, added up along their paths.</summary>
    private static Place Grow(Page page, SegmentGroups groups, GeographicSegmentation tree)
    {
        (double[] sums, int[] buyers) = PlaceSection.Worth(page, groups);
        int[] customers = new int[sums.Length];
        foreach (int assigned in groups.Assigned)
            customers[assigned]++;
        Place world = new("");
        int segment = 0;
        foreach (GeographicNode node in tree.Nodes.Where(node => node.IsSegment))
        {
            Place place = world;
            place.Add(customers[segment], sums[segment], buyers[segment]);
            foreach (string name in node.Path)
            {
                if (!place.Within.TryGetValue(name, out Place? next))
                    place.Within.Add(name, next = new Place(name));
                place = next;
                place.Add(customers[segment], sums[segment], buyers[segment]);
            }

            segment++;
        }

        return world;
    }

    private static TreemapPart[] Parts(Page page, Place around, int most, bool isOuter)
    {
        string rest = page.Say(SegmentTexts.TreeRest);
        Place[] places = [.. around.Within.Values.Where(place => place.Customers > 0).OrderByDescending(place => place.Customers).ThenBy(place => place.Name, StringComparer.Ordinal)];
        // Who lives in the place but in none of those within it, and who lives in the smallest of them.
        Place left = new(rest);
        left.Add(around.Customers - places.Sum(place => place.Customers), around.Sum - places.Sum(place => place.Sum), around.Buyers - places.Sum(place => place.Buyers));
        foreach (Place place in places.Skip(most))
            left.Add(place.Customers, place.Sum, place.Buyers);
        return [.. places.Take(most).Append(left).Where(place => place.Customers > 0).Select(place => new TreemapPart(
            place.Name,
            place.Customers,
            place.Mean,
            page.Say(SegmentTexts.PlaceTip, place.Name, Format.Number(place.Customers), PlaceSection.Words(page, place.Mean)),
            isOuter ? Parts(page, place, MostInner, isOuter: false) : []))];
    }

    private sealed class Place(string name)
    {
        public string Name => name;

        public Dictionary<string, Place> Within { get; } = new(StringComparer.Ordinal);

        public int Customers { get; private set; }

        public double Sum { get; private set; }

        public int Buyers { get; private set; }

        public double Mean => Buyers > 0 ? Sum / Buyers : 0;

        public void Add(int customers, double sum, int buyers) => (Customers, Sum, Buyers) = (Customers + customers, Sum + sum, Buyers + buyers);
    }
}
