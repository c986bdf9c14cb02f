using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>The segments that one field's bands make, or two fields' crossed, and which bands are in which.</summary>
internal sealed class BandCross
{
    private readonly int[] segmentOfCell;
    private readonly int width;

    /// <summary>Lays the segments out.</summary>
    /// <param name="fields">One field or two.</param>
    /// <param name="bands">The bands of each.</param>
    /// <param name="wholeBands">Keys of bands of the first field that the second does not part.</param>
    public BandCross(IReadOnlyList<DemographicField> fields, IReadOnlyList<DemographicBand[]> bands, IReadOnlyList<string> wholeBands)
    {
        DemographicBand[] first = bands[0], second = bands.Count > 1 ? bands[1] : [];
        width = Math.Max(1, second.Length);
        segmentOfCell = new int[first.Length * width];
        List<Segment> segments = [];
        IsWhole = [.. first.Select(band => bands.Count == 1 || wholeBands.Contains(band.Key))];
        for (int a = 0; a < first.Length; a++)
        {
            if (!IsKnown(first[a]))
                continue;
            if (IsWhole[a])
                segments.Add(Part(fields[0], first[a]));
            for (int b = 0; b < width; b++)
            {
                if (!IsWhole[a] && IsKnown(second[b]))
                    segments.Add(Crossed(Part(fields[0], first[a]), Part(fields[1], second[b])));
                segmentOfCell[(a * width) + b] = segments.Count - 1;
            }
        }

        bool canBeImplausible = fields.Any(field => field.IsMeasured);
        int implausible = segments.Count, incomplete = segments.Count + (canBeImplausible ? 1 : 0);
        if (canBeImplausible)
            segments.Add(DemographicSegments.Implausible);
        segments.Add(CommonSegments.Incomplete);
        for (int cell = 0; cell < segmentOfCell.Length; cell++)
        {
            int a = cell / width;
            DemographicBand[] deciding = second.Length == 0 || (IsWhole[a] && IsKnown(first[a])) ? [first[a]] : [first[a], second[cell % width]];
            if (deciding.Any(band => band.Kind is DemographicBandKind.Missing or DemographicBandKind.Unreadable))
                segmentOfCell[cell] = incomplete;
            else if (deciding.Any(band => band.Kind == DemographicBandKind.Implausible))
                segmentOfCell[cell] = implausible;
        }

        Segments = Array.AsReadOnly([.. segments]);
    }

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Whether a band of the first field is one segment.</summary>
    public IReadOnlyList<bool> IsWhole { get; }

    public int SegmentOf(int first, int second) => segmentOfCell[(first * width) + second];

    /// <summary>Turns bands of the first field, and of the second where there is one, into segments, in place.</summary>
    public void Assign(Span<int> bandsAndSegments, ReadOnlySpan<int> second)
    {
        for (int row = 0; row < bandsAndSegments.Length; row++)
            bandsAndSegments[row] = segmentOfCell[(bandsAndSegments[row] * width) + (second.IsEmpty ? 0 : second[row])];
    }

    public static bool IsKnown(DemographicBand band) => band.Kind is DemographicBandKind.Value or DemographicBandKind.Other;

    private static Segment Part(DemographicField field, DemographicBand band) => new()
    {
        Key = $"{field.Key}-{band.Key}",
        Label = new LocalizedText($"{Wording(field.Label.English)} {band.Label.English}", $"{field.Label.Chinese}{band.Label.Chinese}"),
    };

    private static Segment Crossed(Segment first, Segment second) => new()
    {
        Key = $"{first.Key}--{second.Key}",
        Label = new LocalizedText($"{first.Label.English}, {char.ToLowerInvariant(second.Label.English[0])}{second.Label.English.Substring(1)}", $"{first.Label.Chinese}，{second.Label.Chinese}"),
    };

    private static string Wording(string label) => char.ToUpperInvariant(label[0]) + label.Substring(1);
}
