using System.Buffers;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Combined;

/// <summary>Segmentations in order, of which the first one that says something of a customer decides. Immutable and thread-safe.</summary>
public sealed class FirstMatchSegmentation : ISegmentation
{
    internal const string StrategyName = "first-match";
    private readonly int[][] tables;

    /// <summary>Puts segmentations in order.</summary>
    /// <param name="segmentations">At least two, the first match first.</param>
    /// <param name="none">Keys of the segments that say nothing; null for <see cref="CommonSegments.Incomplete"/> alone.</param>
    /// <exception cref="DataRejectedException">Too few segmentations, a key that no part has, or different segments of one key; names each.</exception>
    public FirstMatchSegmentation(IReadOnlyList<ISegmentation> segmentations, IReadOnlyCollection<string>? none = null)
    {
        Segmentations = Array.AsReadOnly(Parts.Checked(segmentations, 2, nameof(segmentations)));
        None = [.. (none ?? [CommonSegments.Incomplete.Key]).Distinct(StringComparer.Ordinal).OrderBy(key => key, StringComparer.Ordinal)];
        DataProblem[] problems = [.. (none is null ? [] : None).Where(key => key != CommonSegments.Incomplete.Key && !segmentations.Any(part => part.Segments.Any(segment => segment.Key == key)))
            .Select(key => new DataProblem { Field = nameof(none), Value = key, Message = "is no segment of any part; name segments that there are." })];
        if (problems.Length > 0)
            throw new DataRejectedException(problems);
        Segment[] segments = [.. Segmentations.SelectMany(part => part.Segments).Where(segment => !None.Contains(segment.Key) && segment != CommonSegments.Incomplete).Distinct(), CommonSegments.Incomplete];
        Segments = Parts.Distinct(segments);
        tables = [.. Segmentations.Select(part => part.Segments.Select(segment => None.Contains(segment.Key) ? -1 : Array.IndexOf(segments, segment)).ToArray())];
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The parts' segments in order, equal ones once, without those that say nothing; last <see cref="CommonSegments.Incomplete"/>, for whom no part said anything.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<ISegmentation> Segmentations { get; }

    /// <summary>The keys of the segments that say nothing, ordered ordinally.</summary>
    public IReadOnlyList<string> None { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        Parts.CheckOutput(customers, segments);
        int[] rented = ArrayPool<int>.Shared.Rent(segments.Length);
        Span<int> next = rented.AsSpan(0, segments.Length);
        segments.Fill(Segments.Count - 1);
        // From the last part to the first, so that the first one has the last word.
        for (int part = tables.Length - 1; part >= 0; part--)
        {
            Segmentations[part].Assign(customers, next);
            int[] table = tables[part];
            for (int row = 0; row < segments.Length; row++)
                segments[row] = table[next[row]] is >= 0 and var segment ? segment : segments[row];
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>Assigns the customer of one row; the reason is that of the part that decided, or what each said where none did.</summary>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        List<SegmentAssignment> silent = [];
        for (int part = 0; part < tables.Length; part++)
        {
            SegmentAssignment one = Segmentations[part].Assign(customers, row);
            if (tables[part][one.Segment] is >= 0 and var segment)
                return one with { Segment = segment };
            silent.Add(one);
        }

        return new SegmentAssignment { Segment = Segments.Count - 1, Reason = Parts.Join(silent) };
    }
}
