using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>
/// Thresholds and a map: scores recency, frequency and money of any customer without the population. A value's score counts the thresholds
/// that it reaches (value ≥ threshold); of recency few days score high. Immutable and thread-safe.
/// </summary>
public sealed class RfmSegmentation : IScoredSegmentation, IDetailedSegmentation
{
    internal const string StrategyName = "rfm";
    private const int Block = 1024;

    private readonly RfmDimension recency;
    private readonly RfmDimension frequency;
    private readonly RfmDimension monetary;
    private readonly int[] segmentOfCell;
    private readonly RfmScores[] scoresOfCell;

    /// <summary>Makes a segmentation from known thresholds, such as those of an earlier fit.</summary>
    /// <param name="recencyThresholds">1 to 8 inner thresholds in days, none above the next; repeated ones leave scores empty.</param>
    /// <param name="frequencyThresholds">The same for the number of purchases.</param>
    /// <param name="monetaryThresholds">The same for money.</param>
    /// <param name="map">Which scores make which segment.</param>
    /// <exception cref="DataRejectedException">Thresholds are too many or too few, not finite or out of order, or the map does not fit; lists every problem.</exception>
    public RfmSegmentation(IReadOnlyList<double> recencyThresholds, IReadOnlyList<double> frequencyThresholds, IReadOnlyList<double> monetaryThresholds, RfmSegmentMap map)
    {
        Map = map ?? throw new ArgumentNullException(nameof(map));
        DataProblem[] problems =
        [
            .. RfmDimension.Problems("recency", recencyThresholds ?? throw new ArgumentNullException(nameof(recencyThresholds)), mayRepeat: true),
            .. RfmDimension.Problems("frequency", frequencyThresholds ?? throw new ArgumentNullException(nameof(frequencyThresholds)), mayRepeat: true),
            .. RfmDimension.Problems("monetary", monetaryThresholds ?? throw new ArgumentNullException(nameof(monetaryThresholds)), mayRepeat: true),
        ];
        recency = new RfmDimension(recencyThresholds.ToArray(), smallIsGood: true);
        frequency = new RfmDimension(frequencyThresholds.ToArray(), smallIsGood: false);
        monetary = new RfmDimension(monetaryThresholds.ToArray(), smallIsGood: false);
        Highest = new RfmScores(recency.Count, frequency.Count, monetary.Count);
        problems = [.. problems, .. map.ProblemsWith(Highest)];
        if (problems.Length > 0)
            throw new DataRejectedException(problems);

        Segments = Array.AsReadOnly(map.Segments.Append(RfmSegments.Prospects).ToArray());
        segmentOfCell = map.Table(Highest);
        scoresOfCell = Enumerable.Range(0, Highest.Cells).Select(Highest.CodeOf).ToArray();
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The map's segments, and last the prospects, who have not bought.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <inheritdoc/>
    public RfmScores Highest { get; }

    /// <summary>Which scores make which segment.</summary>
    public RfmSegmentMap Map { get; }

    /// <summary>The inner thresholds of recency, in days.</summary>
    public IReadOnlyList<double> RecencyThresholds => recency.Thresholds;

    /// <summary>The inner thresholds of the number of purchases.</summary>
    public IReadOnlyList<double> FrequencyThresholds => frequency.Thresholds;

    /// <summary>The inner thresholds of money.</summary>
    public IReadOnlyList<double> MonetaryThresholds => monetary.Thresholds;

    /// <summary>Fits thresholds on columns, one row a buyer.</summary>
    /// <param name="recencyDays">Days since the last purchase, finite and ≥ 0.</param>
    /// <param name="frequency">Number of purchases, finite and ≥ 1.</param>
    /// <param name="monetary">Revenue, finite; may be negative after refunds.</param>
    /// <param name="options">How to score; null for quintiles and the eleven usual segments.</param>
    /// <exception cref="DataRejectedException">Options or values are invalid, or quantiles are asked of nobody; lists every problem.</exception>
    public static RfmSegmentation Fit(ReadOnlySpan<double> recencyDays, ReadOnlySpan<double> frequency, ReadOnlySpan<double> monetary, RfmOptions? options = null)
    {
        options ??= new RfmOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        RfmColumnCheck.Check(recencyDays, frequency, monetary);
        return new RfmSegmentation(options.Recency.ThresholdsFor(recencyDays), options.Frequency.ThresholdsFor(frequency), options.Monetary.ThresholdsFor(monetary), options.Map);
    }

    /// <summary>The scores of one buyer, of the population or not.</summary>
    /// <param name="recencyDays">Days since the last purchase, finite and ≥ 0.</param>
    /// <param name="purchases">Number of purchases, finite and ≥ 1.</param>
    /// <param name="revenue">Revenue, finite.</param>
    /// <exception cref="DataRejectedException">A value is out of range; names each.</exception>
    public RfmScores Score(double recencyDays, double purchases, double revenue)
    {
        RfmColumnCheck.Check([recencyDays], [purchases], [revenue]);
        return new RfmScores(recency.Score(recencyDays), frequency.Score(purchases), monetary.Score(revenue));
    }

    /// <inheritdoc/>
    public RfmScores? Score(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        return row < customers.Buyers ? Score(RfmColumns.RecencyDaysOf(customers.Purchases, row), RfmColumns.FrequencyOf(customers.Purchases, row), RfmColumns.MonetaryOf(customers.Purchases, row)) : null;
    }

    /// <summary>The scores of many buyers; allocates nothing per customer.</summary>
    /// <param name="recencyDays">Days since the last purchase, finite and ≥ 0.</param>
    /// <param name="frequency">Number of purchases, finite and ≥ 1.</param>
    /// <param name="monetary">Revenue, finite.</param>
    /// <param name="scores">One a row, written.</param>
    /// <exception cref="DataRejectedException">Values are out of range; names the rows. Nothing is written then.</exception>
    public void Score(ReadOnlySpan<double> recencyDays, ReadOnlySpan<double> frequency, ReadOnlySpan<double> monetary, Span<RfmScores> scores)
        => Look(recencyDays, frequency, monetary, scoresOfCell, scores);

    /// <summary>The segments of many buyers, as indexes into <see cref="Segments"/>; allocates nothing per customer.</summary>
    /// <param name="recencyDays">Days since the last purchase, finite and ≥ 0.</param>
    /// <param name="frequency">Number of purchases, finite and ≥ 1.</param>
    /// <param name="monetary">Revenue, finite.</param>
    /// <param name="segments">One a row, written.</param>
    /// <exception cref="DataRejectedException">Values are out of range; names the rows. Nothing is written then.</exception>
    public void Assign(ReadOnlySpan<double> recencyDays, ReadOnlySpan<double> frequency, ReadOnlySpan<double> monetary, Span<int> segments)
        => Look(recencyDays, frequency, monetary, segmentOfCell, segments);

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        using RfmColumns columns = new(customers.Purchases);
        Assign(columns.RecencyDays, columns.Frequency, columns.Monetary, segments.Slice(0, customers.Buyers));
        segments.Slice(customers.Buyers).Fill(Segments.Count - 1);
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (Score(customers, row) is not RfmScores scores)
            return new SegmentAssignment { Segment = Segments.Count - 1, Reason = RfmReason.OfProspect(customers.AsOf) };
        PurchaseSummaries purchases = customers.Purchases;
        Money revenue = new(purchases.Revenue[row], purchases.Currency);
        return new SegmentAssignment
        {
            Segment = Map.SegmentOf(scores, Highest),
            Reason = RfmReason.Of(RfmColumns.RecencyDaysOf(purchases, row), RfmColumns.FrequencyOf(purchases, row), revenue, scores, Highest),
        };
    }

    /// <summary>The scores: <c>recency_score</c>, <c>frequency_score</c>, <c>monetary_score</c>; missing for prospects.</summary>
    public IReadOnlyList<CustomerColumn> Details(CustomerBase customers)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        double[][] scores = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Repeat(double.NaN, customers.Count).ToArray())];
        for (int row = 0; row < customers.Buyers; row++)
        {
            RfmScores all = Score(customers, row)!.Value;
            (scores[0][row], scores[1][row], scores[2][row]) = (all.Recency, all.Frequency, all.Monetary);
        }

        return [new NumberColumn("recency_score", scores[0]), new NumberColumn("frequency_score", scores[1]), new NumberColumn("monetary_score", scores[2])];
    }

    private void Look<T>(ReadOnlySpan<double> recencyDays, ReadOnlySpan<double> frequencies, ReadOnlySpan<double> money, T[] ofCell, Span<T> found)
    {
        RfmColumnCheck.Check(recencyDays, frequencies, money);
        if (found.Length != recencyDays.Length)
            throw new ArgumentException($"The output has {found.Length} places for {recencyDays.Length} customers; it needs one a customer.");
        Span<int> cells = stackalloc int[Block];
        for (int start = 0; start < found.Length; start += Block)
        {
            Span<int> some = cells.Slice(0, Math.Min(Block, found.Length - start));
            some.Clear();
            recency.AddScores(recencyDays.Slice(start, some.Length), Highest.Frequency * Highest.Monetary, some);
            frequency.AddScores(frequencies.Slice(start, some.Length), Highest.Monetary, some);
            monetary.AddScores(money.Slice(start, some.Length), 1, some);
            for (int i = 0; i < some.Length; i++)
                found[start + i] = ofCell[some[i]];
        }
    }
}
