using CustomerValue.Customers;
using CustomerValue.Segmentation.Evaluation.Drift;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Validation;

namespace CustomerValue.Appraisal.Migration;

/// <summary>
/// Where customers went between two dates by their three values, with the thresholds of the first date at both: a percentile that moved alone
/// moves nobody. Immutable.
/// </summary>
public sealed record ThreeValueMigration
{
    private ThreeValueMigration()
    {
    }

    /// <summary>The thresholds of the first date, used at both.</summary>
    public required ThreeValueThresholds Thresholds { get; init; }

    /// <summary>Between the eight segments and incomplete: customers seen at both dates from each to each, newcomers and leavers by segment.</summary>
    public required SegmentMigration Segments { get; init; }

    /// <summary>The same between tiers.</summary>
    public required SegmentMigration Tiers { get; init; }

    /// <summary>How many went over each threshold, of those whose established and potential value are known at both dates.</summary>
    public required IReadOnlyList<ThreeValueCrossings> Crossed { get; init; }

    /// <summary>Who went over which threshold and by how much, in the order of their ids, of one customer in that of the thresholds; at most as many as were asked for.</summary>
    public required IReadOnlyList<ThreeValueCrossing> Crossings { get; init; }

    /// <summary>Compares two dates.</summary>
    /// <param name="segmentation">That of the first date.</param>
    /// <param name="before">The customers at the first date, with the columns of the three values.</param>
    /// <param name="after">The customers at the second date, in the same currency; matched by id.</param>
    /// <param name="mostListed">So many customers and crossings are listed with their reasons, ≥ 0; the numbers count all. Default: 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">A date has no customers, or the dates are in different currencies.</exception>
    public static ThreeValueMigration Between(ThreeValueSegmentation segmentation, CustomerBase before, CustomerBase after, int mostListed = 1000, CancellationToken cancellationToken = default)
    {
        if (segmentation is null)
            throw new ArgumentNullException(nameof(segmentation));
        if (before is null)
            throw new ArgumentNullException(nameof(before));
        if (after is null)
            throw new ArgumentNullException(nameof(after));
        Currency first = before.Purchases.Currency, second = after.Purchases.Currency;
        if (first != second)
            throw new DataRejectedException(new DataProblem { Field = "currency", Value = second.Code, Message = $"is not the {first.Code} of the first date, in which the thresholds are; convert one of them." });
        int[] tiersBefore = new int[before.Count], tiersAfter = new int[after.Count];
        segmentation.AssignTiers(before, tiersBefore);
        segmentation.AssignTiers(after, tiersAfter);
        SegmentMigration segments = SegmentMigration.Between(segmentation, before, after, mostListed, cancellationToken);
        CrossingCount count = new(segmentation.Thresholds, before, after, mostListed);
        count.Run(cancellationToken);
        return new ThreeValueMigration
        {
            Thresholds = segmentation.Thresholds,
            Segments = segments,
            Tiers = SegmentMigration.Between(segmentation.Tiers, before, tiersBefore, after, tiersAfter, mostListed, cancellationToken),
            Crossed = count.Crossed,
            Crossings = count.Crossings,
        };
    }
}
