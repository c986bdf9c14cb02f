using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>
/// Thresholds and decisions: gives any customer one of eight segments and a tier without the population. A value is high where it reaches its
/// threshold, so that equal values are always on one side. Who has no established or no potential value is incomplete; an influence that is
/// unknown counts as low. Immutable and thread-safe.
/// </summary>
public sealed class ThreeValueSegmentation : IDetailedSegmentation, IFittedSegmentation
{
    internal const string StrategyName = "three-values";

    /// <summary>Makes a segmentation from known thresholds, such as those of an earlier date.</summary>
    /// <param name="thresholds">In money.</param>
    /// <param name="decisions">The segments and tiers; null for the built-in ones.</param>
    /// <exception cref="DataRejectedException">Thresholds are not finite or out of order; lists every problem.</exception>
    public ThreeValueSegmentation(ThreeValueThresholds thresholds, ThreeValueDecisions? decisions = null)
    {
        Thresholds = thresholds ?? throw new ArgumentNullException(nameof(thresholds));
        Decisions = decisions ?? ThreeValueDecisions.Default;
        if (thresholds.Problems() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        Segments = Array.AsReadOnly([.. Decisions.Segments.Select(ThreeValueWords.Segment), CommonSegments.Incomplete]);
        Tiers = Array.AsReadOnly([.. Decisions.Tiers.Select(tier => tier.Segment), CommonSegments.Incomplete]);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The eight, from <c>hhh</c> to <c>lll</c>, as in <see cref="ThreeValueDecisions.Segments"/>; last those of whom a value is missing.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The tiers in the order of <see cref="ThreeValueDecisions.Tiers"/>; last those of whom a value is missing.</summary>
    public IReadOnlyList<Segment> Tiers { get; }

    /// <summary>From where values are high.</summary>
    public ThreeValueThresholds Thresholds { get; }

    /// <summary>What to do in each segment, and the rules of the tiers.</summary>
    public ThreeValueDecisions Decisions { get; }

    /// <summary>How the thresholds came about: the population's size, the thresholds in money, and a warning for each value that nobody has above 0.</summary>
    public SegmentationFit Fit => ThreeValueWords.Fit(Thresholds);

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        using ThreeValueColumns columns = new(customers);
        for (int row = 0; row < segments.Length; row++)
            segments[row] = SegmentOf(columns.Established[row], columns.Potential[row], columns.Influence[row]);
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        (double established, double potential, double influence) = ThreeValueColumns.Of(customers ?? throw new ArgumentNullException(nameof(customers)), row);
        return new SegmentAssignment
        {
            Segment = SegmentOf(established, potential, influence),
            Reason = ThreeValueWords.Reason(Thresholds, established, potential, influence, customers.Purchases.Currency),
        };
    }

    /// <summary>The tier of every customer, prospects too.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="tiers">One index into <see cref="Tiers"/> a row, written.</param>
    public void AssignTiers(CustomerBase customers, Span<int> tiers)
    {
        OnePlaceEach.Check(customers, tiers);
        using ThreeValueColumns columns = new(customers);
        for (int row = 0; row < tiers.Length; row++)
            tiers[row] = TierOf(columns.Established[row], columns.Potential[row]);
    }

    /// <summary>The tier of one row, as an index into <see cref="Tiers"/>, with the reason.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="row">Range: [0, <see cref="CustomerBase.Count"/>).</param>
    public SegmentAssignment AssignTier(CustomerBase customers, int row)
    {
        (double established, double potential, _) = ThreeValueColumns.Of(customers ?? throw new ArgumentNullException(nameof(customers)), row);
        return new SegmentAssignment
        {
            Segment = TierOf(established, potential),
            Reason = ThreeValueWords.TierReason(Thresholds, established, potential, customers.Purchases.Currency),
        };
    }

    /// <summary>The tier's key of each customer: <c>tier</c>; missing where a value is.</summary>
    public IReadOnlyList<CustomerColumn> Details(CustomerBase customers)
    {
        int[] tiers = new int[(customers ?? throw new ArgumentNullException(nameof(customers))).Count];
        AssignTiers(customers, tiers);
        return [new TextColumn("tier", Array.ConvertAll(tiers, tier => tier < Decisions.Tiers.Count ? Tiers[tier].Key : null))];
    }

    /// <summary>The segment of three values, as an index into <see cref="Segments"/>.</summary>
    /// <param name="established">What the customer gave; NaN where unknown.</param>
    /// <param name="potential">What is still to come; NaN where unknown.</param>
    /// <param name="influence">What others buy because of the customer; NaN where unknown, which counts as low.</param>
    public int SegmentOf(double established, double potential, double influence) =>
        double.IsNaN(established) || double.IsNaN(potential) ? ThreeValueDecisions.Count
            : (Thresholds.Established.IsReachedBy(established) ? 0 : 4) + (Thresholds.Potential.IsReachedBy(potential) ? 0 : 2) + (Thresholds.Influence.IsReachedBy(influence) ? 0 : 1);

    /// <summary>The tier of two values, as an index into <see cref="Tiers"/>.</summary>
    /// <param name="established">What the customer gave; NaN where unknown.</param>
    /// <param name="potential">What is still to come; NaN where unknown.</param>
    public int TierOf(double established, double potential) =>
        double.IsNaN(established) || double.IsNaN(potential) ? Decisions.Tiers.Count
            : Decisions.TierOf(LevelOf(established), Thresholds.Potential.IsReachedBy(potential));

    private EstablishedLevel LevelOf(double established) =>
        Thresholds.Established.IsReachedBy(established) ? EstablishedLevel.High
            : Thresholds.Middle.IsReachedBy(established) ? EstablishedLevel.Middle : EstablishedLevel.Low;
}
