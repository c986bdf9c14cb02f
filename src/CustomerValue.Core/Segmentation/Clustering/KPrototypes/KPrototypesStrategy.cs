using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>Segments customers by k-prototypes on numbers and categories of their base, by k-modes where all are categories.</summary>
public sealed class KPrototypesStrategy : ISegmentationStrategy
{
    private readonly KPrototypesStrategyOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">By which columns and how; null for five clusters by purchases and the texts with few categories.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public KPrototypesStrategy(KPrototypesStrategyOptions? options = null)
    {
        this.options = options ?? new KPrototypesStrategyOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => KPrototypesSegmentation.StrategyName;

    /// <summary>
    /// Fits prototypes on the customers who have all values, taken in an order that follows from their values: neither their order nor their names
    /// change anything. Clusters come in the order of given starts, else the largest first.
    /// </summary>
    /// <exception cref="DataRejectedException">A field is no column or has too many categories, starts are no customers or lack values, or there are fewer distinct rows than clusters; says which.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        MixedRows rows = new(customers ?? throw new ArgumentNullException(nameof(customers)), options.Fields, Scaled);
        int[] numbers = [.. Enumerable.Range(0, rows.Scales.Count).Where(field => rows.Scales[field].IsNumber)];
        int[] categories = [.. Enumerable.Range(0, rows.Scales.Count).Except(numbers)];
        MixedTable table = new(
            [.. numbers.Select(field => (ReadOnlyMemory<double>)rows.Values[field])],
            [.. categories.Select(field => (ReadOnlyMemory<int>)Array.ConvertAll(rows.Values[field], code => (int)code))]);
        KPrototypesOptions clusters = options.Clusters with { InitialRows = MixedStarts.Of(customers, rows, options.Clusters.InitialRows, options.InitialCustomers) };
        KPrototypesModel model = KPrototypesEstimator.Fit(table, clusters, cancellationToken);
        double[][] prototypes = [.. Enumerable.Range(0, model.K).Select(Prototype)];
        int[] order = clusters.InitialRows is not null ? [.. Enumerable.Range(0, model.K)]
            : [.. Enumerable.Range(0, model.K).OrderByDescending(cluster => model.Sizes[cluster]).ThenBy(cluster => prototypes[cluster], Comparer<double[]>.Create(Compare))];
        return new KPrototypesSegmentation(rows.Scales, model.Gamma, [.. order.Select(cluster => prototypes[cluster])], [.. order.Select(cluster => model.Sizes[cluster])], Report(rows, model, clusters, customers.Count));

        double[] Prototype(int cluster)
        {
            double[] prototype = new double[rows.Scales.Count];
            for (int i = 0; i < numbers.Length; i++)
                prototype[numbers[i]] = model.Means[cluster][i];
            for (int i = 0; i < categories.Length; i++)
                prototype[categories[i]] = model.Modes[cluster][i];
            return prototype;
        }
    }

    private static MixedScale Scaled(MixedField field, MixedScale scale, double[] values)
    {
        if (!scale.IsNumber || field.Scaling == FieldScaling.None)
            return scale;
        // The values are on their measure already, which the scale keeps.
        FieldScale fitted = FieldScale.Fit(new ClusterField { Column = field.Column, Scaling = FieldScaling.Standard }, values);
        return scale with { Centre = fitted.Centre, Spread = fitted.Spread };
    }

    private SegmentationFit Report(MixedRows rows, KPrototypesModel model, KPrototypesOptions clusters, int customers)
    {
        List<LocalizedText> warnings = MixedWords.Warnings(rows, customers);
        if (!model.Converged)
            warnings.Add(new LocalizedText($"The best start had not come to rest after {model.Iterations} iterations; allow more.", $"最佳初始点在{model.Iterations}次迭代后仍未收敛；请增加迭代次数。"));
        if (options.Fields?.All(field => field.Scaling == FieldScaling.None) == true && MixedWords.Spreads(rows) is { } spreads)
            warnings.Add(spreads);
        return new SegmentationFit
        {
            Customers = rows.Count,
            Iterations = model.Iterations,
            Converged = model.Converged,
            Figures = [new("k", model.K), new("cost", model.Cost), new("gamma", model.Gamma), new("starts", clusters.InitialRows is null ? clusters.Starts : 1)],
            Warnings = warnings,
        };
    }

    private static int Compare(double[] one, double[] other)
    {
        for (int field = 0; field < one.Length; field++)
        {
            int compared = one[field].CompareTo(other[field]);
            if (compared != 0)
                return compared;
        }

        return 0;
    }
}
