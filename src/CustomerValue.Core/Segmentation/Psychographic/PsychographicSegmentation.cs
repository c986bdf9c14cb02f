using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Factors and a threshold: gives a customer the factor that stands out in the answers, or none. Immutable and thread-safe.</summary>
public sealed class PsychographicSegmentation : IFittedSegmentation, IDetailedSegmentation
{
    internal const string StrategyName = "psychographic";
    private readonly FactorScores scores;
    private readonly double[] deviations;
    private readonly LocalizedText[] names;

    /// <summary>Makes a segmentation of a factor model, such as that of an earlier fit.</summary>
    /// <param name="model">The factors.</param>
    /// <param name="threshold">How far above the average the highest score must be, in standard deviations of the scores. Range: [0, 3].</param>
    /// <param name="leastAnswered">How much of the items must be answered. Range: (0, 1].</param>
    /// <param name="names">What the first factors are called; null for names after their items.</param>
    /// <param name="fit">How the fit went; null where nothing is known of it.</param>
    /// <exception cref="DataRejectedException">The threshold or the share is out of range.</exception>
    public PsychographicSegmentation(FactorModel model, double threshold, double leastAnswered, IReadOnlyList<LocalizedText>? names = null, SegmentationFit? fit = null)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        if (new PsychographicOptions { Threshold = threshold, LeastAnswered = leastAnswered }.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        (Threshold, LeastAnswered) = (threshold, leastAnswered);
        Names = [.. (names ?? []).Take(model.Factors)];
        Fit = fit ?? new SegmentationFit { Customers = 0 };
        scores = new FactorScores(model);
        deviations = scores.Deviations();
        this.names = [.. Enumerable.Range(0, model.Factors).Select(factor => factor < Names.Count ? Names[factor] : FactorItems.Name(model, factor))];
        Segments =
        [
            .. this.names.Select((name, factor) => new Segment { Key = $"factor-{factor + 1}", Label = name, Description = new LocalizedText("Stands out in the answers.", "在回答中最为突出。") }),
            new Segment { Key = "balanced", Label = new LocalizedText("Balanced", "均衡"), Description = new LocalizedText("No factor stands out.", "没有突出的因子。") },
            CommonSegments.Incomplete,
        ];
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>A segment a factor, then the balanced, and last those who answered too little.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <inheritdoc/>
    public SegmentationFit Fit { get; }

    /// <summary>The factors.</summary>
    public FactorModel Model { get; }

    /// <summary>How far above the average the highest score must be, in standard deviations of the scores.</summary>
    public double Threshold { get; }

    /// <summary>How much of the items must be answered.</summary>
    public double LeastAnswered { get; }

    /// <summary>What the first factors are called; empty where they are named after their items.</summary>
    public IReadOnlyList<LocalizedText> Names { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        CustomerColumn?[] columns = Columns(customers);
        double[] answers = new double[columns.Length];
        for (int row = 0; row < segments.Length; row++)
            segments[row] = SegmentOf(ScoresOf(columns, row, answers, out _));
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        CustomerColumn?[] columns = Columns(customers);
        double[]? all = ScoresOf(columns, row, new double[columns.Length], out int known);
        int segment = SegmentOf(all);
        string answered = $"{known}", items = $"{columns.Length}", threshold = Wording.Number(Threshold);
        LocalizedText reason = all is null
            ? new LocalizedText($"Answered {answered} of {items} items, too few to tell.", $"{items} 道题只回答了 {answered} 道，无法判断。")
            : segment < Model.Factors
                ? new LocalizedText($"{names[segment].English} is {Wording.Number(all[segment])} standard deviations above the average, the most of {names.Length}; answered {answered} of {items} items.", $"{names[segment].Chinese}高于平均 {Wording.Number(all[segment])} 个标准差，为 {names.Length} 个因子中最高；回答了 {items} 道题中的 {answered} 道。")
                : new LocalizedText($"No factor is {threshold} standard deviations above the average; answered {answered} of {items} items.", $"没有因子高于平均 {threshold} 个标准差；回答了 {items} 道题中的 {answered} 道。");
        return new SegmentAssignment { Segment = segment, Reason = reason };
    }

    /// <summary>The scores, <c>factor_1_score</c> and on, in standard deviations; missing where too little was answered.</summary>
    public IReadOnlyList<CustomerColumn> Details(CustomerBase customers)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        CustomerColumn?[] columns = Columns(customers);
        double[] answers = new double[columns.Length];
        double[][] all = [.. Enumerable.Range(0, customers.Count).Select(row => ScoresOf(columns, row, answers, out _) ?? [])];
        return [.. Enumerable.Range(0, Model.Factors).Select(factor => new NumberColumn($"factor_{factor + 1}_score", Array.ConvertAll(all, scores => scores.Length == 0 ? double.NaN : scores[factor])))];
    }

    private CustomerColumn?[] Columns(CustomerBase customers) => [.. Model.Items.Select(customers.Column)];

    /// <summary>Scores in standard deviations of the scores of those who answered all; null where too little was answered.</summary>
    private double[]? ScoresOf(CustomerColumn?[] columns, int row, double[] answers, out int known)
    {
        known = 0;
        for (int item = 0; item < answers.Length; item++)
        {
            answers[item] = columns[item]?.Number(row) ?? double.NaN;
            known += double.IsNaN(answers[item]) ? 0 : 1;
        }

        if (known == 0 || known < LeastAnswered * answers.Length)
            return null;
        double[] all = scores.Of(answers);
        for (int factor = 0; factor < all.Length; factor++)
            all[factor] = deviations[factor] > 0 ? all[factor] / deviations[factor] : 0;
        return all;
    }

    private int SegmentOf(double[]? all)
    {
        if (all is null)
            return Model.Factors + 1;
        int highest = 0;
        for (int factor = 1; factor < all.Length; factor++)
        {
            if (all[factor] > all[highest])
                highest = factor;
        }

        return all[highest] >= Threshold ? highest : Model.Factors;
    }
}
