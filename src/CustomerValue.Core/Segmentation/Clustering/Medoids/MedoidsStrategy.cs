using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>Segments customers around medoids, real customers who stand for their cluster, by Gower's dissimilarity of numbers, levels and categories.</summary>
public sealed class MedoidsStrategy : ISegmentationStrategy
{
    private readonly MedoidsOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">By which columns and how; null for five clusters by purchases and the texts with few categories.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public MedoidsStrategy(MedoidsOptions? options = null)
    {
        this.options = options ?? new MedoidsOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => MedoidsSegmentation.StrategyName;

    /// <summary>
    /// Finds medoids among the customers who have all values; neither their order nor their names change anything. Clusters come in the order of given
    /// starts, else the largest first.
    /// </summary>
    /// <exception cref="DataRejectedException">A field is no column or has too many categories, starts are no customers or lack values, or there are fewer distinct rows than clusters; says which.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        MixedRows rows = new(customers ?? throw new ArgumentNullException(nameof(customers)), options.Fields, Ranged);
        int[]? starts = MixedStarts.Of(customers, rows, options.InitialRows, options.InitialCustomers);
        MedoidSample sample = new(rows, options.ExactRows, options.Seed, starts);
        if (options.K > sample.Distinct)
            throw new DataRejectedException(new DataProblem { Field = "k", Value = $"{options.K}", Message = $"clusters, but there are only {sample.Distinct} distinct rows; ask for no more clusters than that." });
        GowerDissimilarity measure = new([.. rows.Scales.Select(scale => scale.Kind)], [.. rows.Scales.Select(scale => scale.IsNumber ? 1 : scale.Spread)]);
        double[][] matrix = measure.Matrix([.. rows.Values.Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(sample.Places, place => column[place]))], cancellationToken);
        PamModel model = PamEstimator.Fit(matrix, options.K, sample.Weights, sample.Starts, cancellationToken);
        double[][] medoids = [.. model.Medoids.Select(medoid => Row(rows, sample.Places[medoid]))];
        long[] sizes = new long[medoids.Length];
        double total = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            double[] values = Row(rows, row), apart = [.. medoids.Select(medoid => measure.Between(values, medoid))];
            int nearest = Array.IndexOf(apart, apart.Min());
            (sizes[nearest], total) = (sizes[nearest] + 1, total + apart[nearest]);
        }

        int[] order = [.. Enumerable.Range(0, medoids.Length)];
        if (starts is null)
            order = [.. order.OrderByDescending(cluster => sizes[cluster]).ThenBy(cluster => model.Medoids[cluster])];
        return new MedoidsSegmentation(rows.Scales, [.. order.Select(cluster => medoids[cluster])], [.. order.Select(cluster => sizes[cluster])], Report(rows, sample, model, total / rows.Count, customers.Count));
    }

    /// <summary>Numbers from 0 to 1 over their range, levels by the range of their places.</summary>
    private static MixedScale Ranged(MixedField field, MixedScale scale, double[] values)
    {
        if (scale.Kind is not (MixedFieldKind.Number or MixedFieldKind.Ordered))
            return scale;
        double least = values.Min(), range = values.Max() - least;
        return scale with { Centre = least, Spread = range > 0 ? range : 1 };
    }

    private static double[] Row(MixedRows rows, int row) => [.. rows.Values.Select(column => column[row])];

    private static SegmentationFit Report(MixedRows rows, MedoidSample sample, PamModel model, double mean, int customers)
    {
        List<LocalizedText> warnings = MixedWords.Warnings(rows, customers);
        if (sample.Drawn > 0)
        {
            warnings.Add(new LocalizedText(
                $"There are {Wording.Number(sample.Distinct)} distinct rows; medoids were found among {Wording.Number(sample.Drawn)} customers who were drawn by content, and all were then assigned.",
                $"共有{Wording.Number(sample.Distinct)}种不同的资料；中心客户在按内容抽取的{Wording.Number(sample.Drawn)}位客户中选出，再对全体客户分群。"));
        }

        return new SegmentationFit
        {
            Customers = rows.Count,
            Iterations = model.Swaps,
            Figures = [new("k", model.Medoids.Count), new("buildObjective", model.BuildObjective), new("objective", model.Objective), new("meanDissimilarity", mean)],
            Warnings = warnings,
        };
    }
}
