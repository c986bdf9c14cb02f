using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>
/// What the segments of any segmentation are like: sizes, value, columns beside all customers, describing rules and proposed names. The ids and
/// the order of customers don't show in it, rounding of sums aside. Immutable.
/// </summary>
public sealed record SegmentationProfile
{
    internal SegmentationProfile()
    {
    }

    /// <summary>Customers in all.</summary>
    public required int Customers { get; init; }

    /// <summary>The column that says what customers are worth; null where there was none.</summary>
    public required string? ValueColumn { get; init; }

    /// <summary>Sum of the value column over all; null where there was none.</summary>
    public required double? TotalValue { get; init; }

    /// <summary>A profile for each segment, in the order of the segmentation.</summary>
    public required IReadOnlyList<SegmentProfile> Segments { get; init; }

    /// <summary>Columns left out, as they have more categories than were asked for.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Rows in which rules were looked for.</summary>
    public required int SearchedRows { get; init; }

    /// <summary>Profiles a segmentation on a base.</summary>
    /// <param name="customers">The customers, of the population fitted on or not.</param>
    /// <param name="segmentation">The segmentation.</param>
    /// <param name="options">What to look at; null for all columns.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The options are invalid or name columns that the base doesn't have; lists every problem.</exception>
    public static SegmentationProfile Of(CustomerBase customers, ISegmentation segmentation, ProfileOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (segmentation is null)
            throw new ArgumentNullException(nameof(segmentation));
        return Of(customers, segmentation.Segments, AssignedSegments.Of(segmentation, customers), options, cancellationToken);
    }

    /// <summary>Profiles segments that were assigned, however they were.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="segments">The segments.</param>
    /// <param name="assigned">One index a row.</param>
    /// <param name="options">What to look at; null for all columns.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Not one segment a customer, or one out of range; or the options are invalid or name columns that the base doesn't have; lists every problem.</exception>
    public static SegmentationProfile Of(CustomerBase customers, IReadOnlyList<Segment> segments, ReadOnlySpan<int> assigned, ProfileOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (segments is null)
            throw new ArgumentNullException(nameof(segments));
        options ??= new ProfileOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        AssignedSegments.Check(segments, customers, assigned, nameof(assigned));
        return new Profiling(customers, [.. segments], assigned.ToArray(), options).Result(cancellationToken);
    }
}
