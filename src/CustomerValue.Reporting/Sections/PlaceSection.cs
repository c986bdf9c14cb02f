using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Reporting.Sections;

/// <summary>Where the groups of a geographic segmentation are: a map where coordinates are known, and areas by size where places lie in places.</summary>
internal static class PlaceSection
{
    private const int MostDots = 200;

    public static void Write(Page page, SegmentGroups groups)
    {
        if (Columns(groups.Segmentation) is { } columns)
            Map(page, groups, columns);
        if (groups.Segmentation is GeographicSegmentation tree)
            PlaceTreemap.Write(page, groups, tree);
    }

    /// <summary>Value to come of each segment and how many buyers it is of; P(alive) where value is unknown.</summary>
    public static (double[] Sums, int[] Buyers) Worth(Page page, SegmentGroups groups)
    {
        int count = groups.Segmentation.Segments.Count;
        double[] sums = new double[count];
        int[] buyers = new int[count];
        ReadOnlySpan<double> worth = page.Overview.HasValue ? page.Appraisal.LifetimeValue : page.Appraisal.ProbabilityAlive;
        for (int row = 0; row < worth.Length; row++)
        {
            sums[groups.Assigned[row]] += worth[row];
            buyers[groups.Assigned[row]]++;
        }

        return (sums, buyers);
    }

    /// <summary>A mean worth in words.</summary>
    public static string Words(Page page, double mean) => page.Overview.HasValue ? page.Format.Money(mean) : Format.Percent(mean);

    /// <summary>A mean between the least and the highest as a shade in [0, 1].</summary>
    public static double Shade(double mean, double least, double highest) => highest > least ? (mean - least) / (highest - least) : 0.5;

    /// <summary>The smallest place that a name says, without what follows in brackets.</summary>
    private static string Short(string name)
    {
        name = name[(name.LastIndexOf('·') + 1)..];
        int end = name.IndexOfAny([',', '(', '（']);
        return end > 0 ? name[..end].TrimEnd() : name;
    }

    private static CoordinateColumns? Columns(ISegmentation segmentation) => segmentation switch
    {
        GeohashSegmentation cells => cells.Columns,
        DbscanSegmentation dense => dense.Columns,
        CatchmentSegmentation stores => stores.Columns,
        GeographicSegmentation => new CoordinateColumns(),
        _ => null,
    };

    private static void Map(Page page, SegmentGroups groups, CoordinateColumns columns)
    {
        SegmentPlace[] places = [.. SegmentPlace.Of(groups.Segmentation, page.Appraisal.Customers, columns).Where(place => place is { Located: > 0, Latitude: not null })];
        if (places.Length == 0)
            return;
        (double[] sums, int[] buyers) = Worth(page, groups);
        double Mean(int segment) => buyers[segment] == 0 ? 0 : sums[segment] / buyers[segment];
        SegmentPlace[] shown = [.. places.OrderByDescending(place => place.Located).Take(MostDots)];
        double least = shown.Min(place => Mean(place.Segment)), highest = shown.Max(place => Mean(place.Segment));
        string Name(SegmentPlace place) => page.Say(groups.Segmentation.Segments[place.Segment].Label);
        MapDot[] dots = [.. shown.Select(place => new MapDot(
            place.Latitude!.Value,
            place.Longitude!.Value,
            place.Located,
            Shade(Mean(place.Segment), least, highest),
            Short(Name(place)),
            page.Say(SegmentTexts.PlaceTip, Name(place), Format.Number(place.Located), Words(page, Mean(place.Segment)))))];
        string takeaway = page.Sentence(SegmentTexts.MapTakeaway, Format.Number(places.Sum(place => (double)place.Located)), Format.Number(page.Appraisal.Count), Name(shown[0]));
        string title = page.Say(SegmentTexts.MapTitle);
        page.Figure(title, takeaway, MapChart.Draw(title, dots), page.Say(SegmentTexts.MapHow, Words(page, least), Words(page, highest)));
    }
}
