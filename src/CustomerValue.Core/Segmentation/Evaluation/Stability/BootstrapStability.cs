using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Evaluation.ChoosingK;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.Stability;

/// <summary>
/// Whether segments are found again when customers are drawn with replacement and segmented anew: Hennig (2007), as R's <c>fpc::clusterboot</c>
/// with its defaults. Each customer drawn counts once, however often drawn, so a sample is about 63 % of the customers, and ids stay unique. A
/// segment's similarity to one found in the sample is Jaccard's, over the customers in the sample; the greatest counts. Seeded; draws depend on what is known of the
/// customers and not on their ids or rows. Immutable.
/// </summary>
public sealed record BootstrapStability
{
    private BootstrapStability()
    {
    }

    /// <summary>The segments that have customers, by label.</summary>
    public required IReadOnlyList<SegmentStability> Segments { get; init; }

    /// <summary>How many samples were segmented.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples that the strategy refused, such as for too few distinct rows; they are left out.</summary>
    public required int Refused { get; init; }

    /// <summary>Tries a strategy; its segmentation of all customers is what is tested.</summary>
    /// <param name="strategy">The strategy; fitted on several threads at once.</param>
    /// <param name="customers">The population.</param>
    /// <param name="samples">How many samples, ≥ 1. Default: 100.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">There are no customers, or the strategy refuses them all or every sample.</exception>
    public static BootstrapStability Of(ISegmentationStrategy strategy, CustomerBase customers, int samples = 100, long seed = 1, CancellationToken cancellationToken = default)
    {
        if (strategy is null)
            throw new ArgumentNullException(nameof(strategy));
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (customers.Count == 0)
            throw Nobody();
        int[] labels = AssignedSegments.Of(strategy.Fit(customers, cancellationToken), customers);
        return Of(labels, RowOrder.Of(customers), samples, seed, rows =>
        {
            int[] ascending = [.. rows.OrderBy(row => row)];
            CustomerBase sample = customers.Only(ascending);
            return (ascending, AssignedSegments.Of(strategy.Fit(sample, cancellationToken), sample));
        }, cancellationToken);
    }

    /// <summary>Tries a method of clustering.</summary>
    /// <param name="table">At least one row.</param>
    /// <param name="clusterer">The method; called from several threads at once.</param>
    /// <param name="clusters">How many clusters, ≥ 1.</param>
    /// <param name="samples">How many samples, ≥ 1. Default: 100.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">There are no rows, or the method refuses them all, or every sample.</exception>
    public static BootstrapStability Of(NumericTable table, Clusterer clusterer, int clusters, int samples = 100, long seed = 1, CancellationToken cancellationToken = default)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        if (clusterer is null)
            throw new ArgumentNullException(nameof(clusterer));
        if (clusters < 1)
            throw new ArgumentOutOfRangeException(nameof(clusters), clusters, "There is at least one cluster.");
        if (table.Rows == 0)
            throw Nobody();
        int[] labels = [.. clusterer(table, clusters, cancellationToken)];
        return Of(labels, RowOrder.Of(table, labels), samples, seed, rows => (rows, [.. clusterer(RowOrder.Take(table, rows), clusters, cancellationToken)]), cancellationToken);
    }

    private static BootstrapStability Of(int[] labels, int[] order, int samples, long seed, Func<int[], (int[] Rows, int[] Labels)> refit, CancellationToken cancellationToken)
    {
        if (samples < 1)
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "At least one sample is drawn.");
        LabelGroups groups = new(labels, order.Length);
        double[]?[] similarities = new double[]?[samples];
        DataRejectedException?[] refusals = new DataRejectedException?[samples];
        Partitions.For(samples, Partitions.Workers, (_, sample) =>
        {
            try
            {
                (int[] rows, int[] found) = refit(Draw(order, seed, sample));
                similarities[sample] = Similarities(groups, rows, new LabelGroups(found, rows.Length));
            }
            catch (DataRejectedException refusal)
            {
                refusals[sample] = refusal;
            }
        }, cancellationToken);

        double[][] done = [.. similarities.OfType<double[]>()];
        if (done.Length == 0)
            throw refusals[0]!;
        return new BootstrapStability
        {
            Samples = done.Length,
            Refused = samples - done.Length,
            Segments = [.. groups.Labels.Select((label, group) => new SegmentStability
            {
                Label = label,
                Customers = groups.Sizes[group],
                MeanJaccard = Math.Min(1, done.Sum(similarity => similarity[group]) / done.Length),
                Dissolved = done.Count(similarity => similarity[group] <= 0.5),
                Recovered = done.Count(similarity => similarity[group] >= 0.75),
            })],
        };
    }

    /// <summary>The rows drawn, each once, in the order of their content.</summary>
    private static int[] Draw(int[] order, long seed, int sample)
    {
        RandomStream random = new(seed, sample, 0, 0);
        bool[] drawn = new bool[order.Length];
        for (int i = 0; i < order.Length; i++)
            drawn[(int)(random.Uniform() * order.Length)] = true;
        return [.. order.Where((_, place) => drawn[place])];
    }

    private static double[] Similarities(LabelGroups groups, int[] rows, LabelGroups found)
    {
        int[] both = new int[groups.Count * found.Count], sizes = new int[groups.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            int group = groups.Of[rows[i]];
            sizes[group]++;
            both[(group * found.Count) + found.Of[i]]++;
        }

        double[] best = new double[groups.Count];
        for (int group = 0; group < groups.Count; group++)
        {
            for (int other = 0; other < found.Count; other++)
            {
                int shared = both[(group * found.Count) + other];
                best[group] = Math.Max(best[group], (double)shared / (sizes[group] + found.Sizes[other] - shared));
            }
        }

        return best;
    }

    private static DataRejectedException Nobody() => new(new DataProblem { Field = "customers", Value = "0", Message = "customers; stability is tried on at least one." });
}
