using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>
/// Where the customers of one date went until another: the matrix of those seen at both, who joined and who left, and what moved those who
/// changed segments. Immutable.
/// </summary>
public sealed record SegmentMigration
{
    internal SegmentMigration()
    {
    }

    /// <summary>The segments, which both dates share.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>Customers seen at both dates: a row for each segment before, in it a number for each segment after.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Matrix { get; init; }

    /// <summary>Customers at the second date only, by segment.</summary>
    public required IReadOnlyList<long> Joined { get; init; }

    /// <summary>Customers at the first date only, by segment.</summary>
    public required IReadOnlyList<long> Left { get; init; }

    /// <summary>How far the segments' shares moved, over all customers of each date.</summary>
    public required PopulationStability Shares { get; init; }

    /// <summary>Customers seen at both dates.</summary>
    public required long Matched { get; init; }

    /// <summary>Those of them who changed segments.</summary>
    public required long Moved { get; init; }

    /// <summary>The ways that customers took between segments, the most taken first, of equals in the order of the segments.</summary>
    public required IReadOnlyList<SegmentFlow> Flows { get; init; }

    /// <summary>Those who moved, in the order of their ids; at most as many as were asked for.</summary>
    public required IReadOnlyList<CustomerMovement> Movements { get; init; }

    /// <summary>Compares two dates by one segmentation, whose bounds stand still: whoever moved has changed.</summary>
    /// <param name="segmentation">The segmentation.</param>
    /// <param name="before">The customers at the first date.</param>
    /// <param name="after">The customers at the second date; matched by id.</param>
    /// <param name="mostMovements">So many customers are listed with their reasons, ≥ 0; flows count all. Default: 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">A date has no customers.</exception>
    public static SegmentMigration Between(ISegmentation segmentation, CustomerBase before, CustomerBase after, int mostMovements = 1000, CancellationToken cancellationToken = default) =>
        Between(segmentation, before, segmentation, after, mostMovements, cancellationToken);

    /// <summary>Compares two dates, each by a segmentation fitted then. Segments are matched by key, those of the second date first in the list.</summary>
    /// <param name="segmentationBefore">The segmentation of the first date.</param>
    /// <param name="before">The customers at the first date.</param>
    /// <param name="segmentationAfter">The segmentation of the second date.</param>
    /// <param name="after">The customers at the second date; matched by id.</param>
    /// <param name="mostMovements">So many customers are listed with their reasons, ≥ 0; flows count all. Default: 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">A date has no customers.</exception>
    public static SegmentMigration Between(ISegmentation segmentationBefore, CustomerBase before, ISegmentation segmentationAfter, CustomerBase after, int mostMovements = 1000, CancellationToken cancellationToken = default)
    {
        foreach ((object? given, string name) in new (object?, string)[] { (segmentationBefore, nameof(segmentationBefore)), (before, nameof(before)), (segmentationAfter, nameof(segmentationAfter)), (after, nameof(after)) })
        {
            if (given is null)
                throw new ArgumentNullException(name);
        }

        Segment[] segments = [.. segmentationAfter.Segments, .. segmentationBefore.Segments.Where(old => segmentationAfter.Segments.All(segment => segment.Key != old.Key))];
        Dictionary<string, int> indexes = segments.Select((segment, index) => (segment.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index, StringComparer.Ordinal);
        int[] old = Assign(segmentationBefore, before, indexes), now = Assign(segmentationAfter, after, indexes);
        int[]? byOld = ReferenceEquals(segmentationBefore, segmentationAfter) ? null : Assign(segmentationBefore, after, indexes);
        return new MigrationCount(segments, before, old, after, now, byOld, hasSegmentations: true).Result(mostMovements, cancellationToken);
    }

    /// <summary>Compares two dates by segments that were assigned before, however they were.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="before">The customers at the first date.</param>
    /// <param name="segmentsBefore">One index a row.</param>
    /// <param name="after">The customers at the second date; matched by id.</param>
    /// <param name="segmentsAfter">One index a row.</param>
    /// <param name="mostMovements">So many customers are listed with their reasons, ≥ 0; flows count all. Default: 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">Not one segment a customer, or one out of range; or a date has no customers.</exception>
    public static SegmentMigration Between(IReadOnlyList<Segment> segments, CustomerBase before, ReadOnlySpan<int> segmentsBefore, CustomerBase after, ReadOnlySpan<int> segmentsAfter, int mostMovements = 1000, CancellationToken cancellationToken = default)
    {
        if (segments is null)
            throw new ArgumentNullException(nameof(segments));
        if (before is null)
            throw new ArgumentNullException(nameof(before));
        if (after is null)
            throw new ArgumentNullException(nameof(after));
        AssignedSegments.Check(segments, before, segmentsBefore, nameof(segmentsBefore));
        AssignedSegments.Check(segments, after, segmentsAfter, nameof(segmentsAfter));
        return new MigrationCount([.. segments], before, segmentsBefore.ToArray(), after, segmentsAfter.ToArray(), null, hasSegmentations: false).Result(mostMovements, cancellationToken);
    }

    private static int[] Assign(ISegmentation segmentation, CustomerBase customers, Dictionary<string, int> indexes)
    {
        int[] assigned = AssignedSegments.Of(segmentation, customers);
        int[] shared = [.. segmentation.Segments.Select(segment => indexes[segment.Key])];
        return Array.ConvertAll(assigned, segment => shared[segment]);
    }
}
