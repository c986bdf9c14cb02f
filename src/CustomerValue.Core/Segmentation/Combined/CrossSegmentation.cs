using System.Buffers;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Combined;

/// <summary>
/// Every combination of the segments of some segmentations, also those in which nobody was: a newcomer may be the first. Immutable and thread-safe.
/// </summary>
public sealed class CrossSegmentation : ISegmentation
{
    internal const string StrategyName = "cross";

    /// <summary>Combines segmentations.</summary>
    /// <param name="segmentations">At least two; of all combinations at most 10,000.</param>
    /// <exception cref="DataRejectedException">Too few segmentations, too many combinations, or two combinations with one key; says which.</exception>
    public CrossSegmentation(IReadOnlyList<ISegmentation> segmentations)
    {
        Segmentations = Array.AsReadOnly(Parts.Checked(segmentations, 2, nameof(segmentations)));
        double combinations = Segmentations.Aggregate(1.0, (product, part) => product * part.Segments.Count);
        if (combinations > Parts.MostSegments)
            throw new DataRejectedException(new DataProblem { Field = nameof(segmentations), Value = $"{combinations:R}", Message = $"combinations of segments; at most {Parts.MostSegments} can be listed." });
        IEnumerable<Segment> segments = Segmentations[0].Segments;
        foreach (ISegmentation part in Segmentations.Skip(1))
            segments = [.. segments.SelectMany(_ => part.Segments, (outer, inner) => Parts.Pair(outer, inner, " × ", " × "))];
        Segments = Parts.Distinct(segments);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>All combinations; the segments of the last part change first. Keys are <c>a.b</c>, labels <c>A × B</c>.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>What is combined.</summary>
    public IReadOnlyList<ISegmentation> Segmentations { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        Parts.CheckOutput(customers, segments);
        int[] rented = ArrayPool<int>.Shared.Rent(segments.Length);
        Span<int> next = rented.AsSpan(0, segments.Length);
        segments.Clear();
        foreach (ISegmentation part in Segmentations)
        {
            part.Assign(customers, next);
            int count = part.Segments.Count;
            for (int row = 0; row < segments.Length; row++)
                segments[row] = (segments[row] * count) + next[row];
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>Assigns the customer of one row; the reason is that of each part in turn.</summary>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        SegmentAssignment[] parts = [.. Segmentations.Select(part => part.Assign(customers, row))];
        int segment = 0;
        for (int i = 0; i < parts.Length; i++)
            segment = (segment * Segmentations[i].Segments.Count) + parts[i].Segment;
        return new SegmentAssignment { Segment = segment, Reason = Parts.Join(parts) };
    }
}
