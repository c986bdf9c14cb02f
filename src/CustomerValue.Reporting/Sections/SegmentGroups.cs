using System.Globalization;
using System.Text.RegularExpressions;
using CustomerValue.Appraisal;
using CustomerValue.Labels;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Evaluation.Profiles;

namespace CustomerValue.Reporting.Sections;

/// <summary>A segmentation as the page shows it: its groups with customers, at most <see cref="Most"/>, the smaller ones as one.</summary>
internal sealed partial class SegmentGroups
{
    /// <summary>More groups than this are too many to look at; so the page doesn't grow with them.</summary>
    public const int Most = 20;

    /// <summary>So many rules describe a group at most.</summary>
    public const int Rules = 2;

    private static readonly string[] Coordinates = ["latitude", "lat", "纬度", "longitude", "long", "lon", "lng", "经度"];

    public SegmentGroups(CustomerAppraisal appraisal, ISegmentation segmentation, ReadOnlySpan<int> assigned)
    {
        Segmentation = segmentation;
        int[] sizes = new int[segmentation.Segments.Count];
        foreach (int segment in assigned)
            sizes[segment]++;
        int[] filled = [.. Enumerable.Range(0, sizes.Length).Where(segment => sizes[segment] > 0)];
        Filled = filled.Length;
        int[] shown = filled;
        if (filled.Length > Most)
            shown = [.. filled.OrderByDescending(segment => IsIncomplete(segmentation, segment)).ThenByDescending(segment => sizes[segment]).Take(Most - 1).OrderBy(segment => IsIncomplete(segmentation, segment))];
        IEnumerable<Segment> segments = shown.Select(segment => segmentation.Segments[segment]);
        Segments = shown.Length < filled.Length ? [.. segments, Others(filled.Length - shown.Length)] : [.. segments];
        int[] places = new int[sizes.Length];
        Array.Fill(places, shown.Length);
        for (int place = 0; place < shown.Length; place++)
            places[shown[place]] = place;
        int[] own = new int[assigned.Length];
        for (int row = 0; row < own.Length; row++)
            own[row] = places[assigned[row]];
        Totals = SegmentTotals.Of(appraisal, Segments, own);
        // What models expect stands in the table of sizes, and places on the map.
        string[] known = [.. appraisal.Customers.Columns.Where(column => !column.StartsWith("value.", StringComparison.Ordinal) && !Coordinates.Contains(column, StringComparer.OrdinalIgnoreCase))];
        Profile = SegmentationProfile.Of(appraisal.Customers, Segments, own, new ProfileOptions { Columns = known, Rules = Rules, SearchedRows = 4000 });
        Assigned = assigned.ToArray();
    }

    public ISegmentation Segmentation { get; }

    /// <summary>The segment of each customer, as the segmentation numbers them.</summary>
    public int[] Assigned { get; }

    /// <summary>How many segments have customers.</summary>
    public int Filled { get; }

    /// <summary>The groups, none without customers.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>What each group adds up to.</summary>
    public IReadOnlyList<SegmentTotals> Totals { get; }

    /// <summary>What each group is like.</summary>
    public SegmentationProfile Profile { get; }

    /// <summary>A group's name.</summary>
    public string Name(Page page, int group) => page.Say(Segments[group].Label);

    /// <summary>Whether its name only counts, as "Cluster 1" does, so that a reader needs another.</summary>
    public bool IsNumbered(int group) => Numbered().IsMatch(Segments[group].Label.English);

    /// <summary>Whether the group is all the small ones together.</summary>
    public bool IsOthers(int group) => Filled > Segments.Count && group == Segments.Count - 1;

    /// <summary>Customers of whom too little is known are shown however few they are: their data want repair.</summary>
    private static bool IsIncomplete(ISegmentation segmentation, int segment) => segmentation.Segments[segment].Key == CommonSegments.Incomplete.Key;

    private static Segment Others(int count) => new()
    {
        Key = "others",
        Label = new LocalizedText(string.Format(CultureInfo.InvariantCulture, SegmentTexts.Others.English, count), string.Format(CultureInfo.InvariantCulture, SegmentTexts.Others.Chinese, count)),
        Description = SegmentTexts.OthersNote,
    };

    [GeneratedRegex(@"^(Cluster|Class|Component|Factor|Group) \d+$")]
    private static partial Regex Numbered();
}
