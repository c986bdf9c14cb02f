using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// Expected influence of every customer at once: roots drawn by margin, edges walked backwards. σ({i}) = Σ|margin| · P(i in the set of another root),
/// with standard error Σ|margin|·√(p(1−p)/sets); the own margin counts 0. Sets that are rooted at a loss count against. Source: Borgs, Brautbar, Chayes &amp; Lucier (2014).
/// </summary>
public static class InfluenceValues
{
    /// <summary>Sets that have a stream of their own, so that the number of threads changes nothing.</summary>
    private const int Chunk = 2048;

    private const int Steps = 16;

    /// <summary>Estimates the influence of all customers.</summary>
    /// <param name="graph">Who may win whom.</param>
    /// <param name="margins">What each customer is worth once won; finite, one a customer, in any unit.</param>
    /// <param name="options">Model, number of sets, λ; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options or margins are invalid, or weights into a customer sum to more than 1 under the linear threshold model.</exception>
    public static InfluenceTable Estimate(InfluenceGraph graph, ReadOnlySpan<double> margins, InfluenceOptions? options = null, CancellationToken cancellationToken = default) =>
        Estimate(graph, margins, options, Partitions.Workers, cancellationToken);

    internal static InfluenceTable Estimate(InfluenceGraph graph, ReadOnlySpan<double> margins, InfluenceOptions? options, int workers, CancellationToken cancellationToken)
    {
        if (graph is null)
            throw new ArgumentNullException(nameof(graph));
        options ??= new InfluenceOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        graph.CheckMargins(margins);
        RootDraw roots = new(margins);
        ReverseEdges edges = new(graph, options.Model);
        double[] full = new double[graph.Nodes], error = new double[graph.Nodes];
        if (roots.Total > 0)
        {
            bool[] loss = new bool[graph.Nodes];
            for (int node = 0; node < loss.Length; node++)
                loss[node] = margins[node] < 0;
            (int[] gains, int[] losses) = Count(edges, roots, loss, options, workers, cancellationToken);
            for (int node = 0; node < full.Length; node++)
            {
                double gain = (double)gains[node] / options.Sets, lost = (double)losses[node] / options.Sets, mean = gain - lost;
                full[node] = roots.Total * (graph.IsDetractor(node) ? 0 - mean : mean);
                error[node] = roots.Total * Math.Sqrt(((gain * (1 - gain)) + (lost * (1 - lost)) + (2 * gain * lost)) / options.Sets);
            }
        }

        return new InfluenceTable(full, error) { Sets = options.Sets, CausalShare = options.CausalShare };
    }

    private static (int[] Gains, int[] Losses) Count(ReverseEdges edges, RootDraw roots, bool[] loss, InfluenceOptions options, int workers, CancellationToken cancellationToken)
    {
        int chunks = ((options.Sets - 1) / Chunk) + 1;
        Tally?[] tallies = new Tally?[workers];
        for (int step = 0, from = 0; step < Steps; step++)
        {
            int first = from, to = (int)((step + 1L) * chunks / Steps);
            Partitions.For(to - first, workers, (worker, part) =>
                (tallies[worker] ??= new Tally(edges)).Add(roots, loss, new RandomStream(options.Seed, 0, 0, first + part), Math.Min(Chunk, options.Sets - ((first + part) * Chunk))), cancellationToken);
            from = to;
            options.Progress?.Report((step + 1.0) / Steps);
        }

        (int[] gains, int[] losses) = (new int[loss.Length], new int[loss.Length]);
        foreach (Tally? tally in tallies)
        {
            for (int node = 0; tally is not null && node < gains.Length; node++)
                (gains[node], losses[node]) = (gains[node] + tally.Gains[node], losses[node] + tally.Losses[node]);
        }

        return (gains, losses);
    }

    /// <summary>What one worker counted: whole numbers, so their sum is the same in any order.</summary>
    private sealed class Tally(ReverseEdges edges)
    {
        private readonly ReverseWalker walker = new(edges);

        public int[] Gains { get; } = new int[edges.Nodes.Length];

        public int[] Losses { get; } = new int[edges.Nodes.Length];

        public void Add(RootDraw roots, bool[] loss, RandomStream random, int sets)
        {
            for (; sets > 0; sets--)
            {
                int root = roots.Next(ref random);
                int size = walker.Walk(root, ref random);
                int[] counts = loss[root] ? Losses : Gains;
                foreach (int node in walker.Set.AsSpan(1, size - 1))
                    counts[node]++;
            }
        }
    }
}
