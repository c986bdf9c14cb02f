using System.Buffers;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Combined;

/// <summary>A segmentation of which some segments are divided further. Immutable and thread-safe.</summary>
public sealed class HierarchySegmentation : ISegmentation
{
    internal const string StrategyName = "hierarchy";
    private readonly ISegmentation?[] within;
    private readonly int[] starts;

    /// <summary>Puts segmentations into segments.</summary>
    /// <param name="first">Divides everyone.</param>
    /// <param name="within">What divides further, by the key of the segment that it divides.</param>
    /// <exception cref="DataRejectedException">A key is none of the first's segments, or two segments get one key; names each.</exception>
    public HierarchySegmentation(ISegmentation first, IReadOnlyDictionary<string, ISegmentation> within)
    {
        First = first ?? throw new ArgumentNullException(nameof(first));
        CheckKeys(first, (within ?? throw new ArgumentNullException(nameof(within))).Keys);
        this.within = [.. first.Segments.Select(segment => within.TryGetValue(segment.Key, out ISegmentation? part) ? part : null)];
        starts = new int[first.Segments.Count];
        List<Segment> segments = [];
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = segments.Count;
            Segment outer = first.Segments[i];
            segments.AddRange(this.within[i]?.Segments.Select(inner => Parts.Pair(outer, inner, ": ", "：")) ?? [outer]);
        }

        Segments = Parts.Distinct(segments);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The first's segments in order, each that is divided replaced by its parts with keys <c>a.b</c> and labels <c>A: B</c>.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>What divides everyone.</summary>
    public ISegmentation First { get; }

    /// <summary>What divides a segment of the first, or null.</summary>
    /// <param name="segment">The segment's index in the first.</param>
    public ISegmentation? Within(int segment) => within[segment];

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        Parts.CheckOutput(customers, segments);
        int[] outer = ArrayPool<int>.Shared.Rent(segments.Length);
        int[] inner = ArrayPool<int>.Shared.Rent(segments.Length);
        First.Assign(customers, outer.AsSpan(0, segments.Length));
        for (int row = 0; row < segments.Length; row++)
            segments[row] = starts[outer[row]];
        for (int part = 0; part < within.Length; part++)
        {
            if (within[part] is not { } further)
                continue;
            further.Assign(customers, inner.AsSpan(0, segments.Length));
            for (int row = 0; row < segments.Length; row++)
                segments[row] += outer[row] == part ? inner[row] : 0;
        }

        ArrayPool<int>.Shared.Return(inner);
        ArrayPool<int>.Shared.Return(outer);
    }

    /// <summary>Assigns the customer of one row; the reason is that of the first, and that within its segment.</summary>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        SegmentAssignment outer = First.Assign(customers, row);
        if (within[outer.Segment] is not { } further)
            return outer with { Segment = starts[outer.Segment] };
        SegmentAssignment inner = further.Assign(customers, row);
        return inner with { Segment = starts[outer.Segment] + inner.Segment, Reason = Parts.Join([outer, inner]), Probability = null };
    }

    internal static void CheckKeys(ISegmentation first, IEnumerable<string> keys)
    {
        DataProblem[] problems = [.. keys.Where(key => first.Segments.All(segment => segment.Key != key))
            .Select(key => new DataProblem { Field = "within", Value = key, Message = $"is no segment of {first.Strategy}; it has {string.Join(", ", first.Segments.Select(segment => segment.Key))}." })];
        if (problems.Length > 0)
            throw new DataRejectedException(problems);
    }
}
