using System.Globalization;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// Word of mouth played out forwards, run after run: slow, and plain to see. A check on <see cref="InfluenceValues"/> and <see cref="Ambassadors"/>, which walk backwards.
/// Source: Kempe, Kleinberg &amp; Tardos (2003), section 2.
/// </summary>
public static class CascadeSimulation
{
    private const int RunsOfPart = 64;

    /// <summary>What a set of customers is expected to reach together.</summary>
    /// <param name="graph">Who may win whom. A detractor may be reached and passes nothing on.</param>
    /// <param name="seeds">Who is active from the start; a customer named twice counts once. None of them is a detractor.</param>
    /// <param name="margins">What each customer is worth once won; finite, one a customer. Losses count as such.</param>
    /// <param name="options">Model and number of runs; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options, seeds or margins are invalid, or weights into a customer sum to more than 1 under the linear threshold model.</exception>
    public static CascadeSpread Spread(InfluenceGraph graph, ReadOnlySpan<int> seeds, ReadOnlySpan<double> margins, CascadeOptions? options = null, CancellationToken cancellationToken = default) =>
        Spread(graph, seeds, margins, options, Partitions.Workers, cancellationToken);

    internal static CascadeSpread Spread(InfluenceGraph graph, ReadOnlySpan<int> seeds, ReadOnlySpan<double> margins, CascadeOptions? options, int workers, CancellationToken cancellationToken)
    {
        if (graph is null)
            throw new ArgumentNullException(nameof(graph));
        options ??= new CascadeOptions();
        if (options.Validate() is { Count: > 0 } wrong)
            throw new DataRejectedException(wrong);
        graph.CheckMargins(margins);
        CheckSeeds(graph, seeds);
        if (options.Model == DiffusionModel.LinearThreshold)
            ReverseEdges.CheckWeights(graph.In);

        CompactEdges edges = graph.In.Transposed();
        (int[] first, double[] worth) = (seeds.ToArray(), margins.ToArray());
        double[] reached = new double[options.Runs];
        ForwardWalker?[] walkers = new ForwardWalker?[workers];
        Partitions.For(((options.Runs - 1) / RunsOfPart) + 1, workers, (worker, part) =>
        {
            ForwardWalker walker = walkers[worker] ??= new ForwardWalker(graph, edges, options.Model, worth);
            RandomStream random = new(options.Seed, 3, 0, part);
            for (int run = part * RunsOfPart; run < Math.Min(options.Runs, (part + 1) * RunsOfPart); run++)
                reached[run] = walker.Walk(first, ref random);
        }, cancellationToken);

        double mean = reached.Sum() / reached.Length;
        for (int run = 0; run < reached.Length; run++)
            reached[run] = (reached[run] - mean) * (reached[run] - mean);
        return new CascadeSpread { Mean = mean, StandardError = Math.Sqrt(reached.Sum() / (reached.Length - 1) / reached.Length), Runs = reached.Length };
    }

    private static void CheckSeeds(InfluenceGraph graph, ReadOnlySpan<int> seeds)
    {
        ProblemList problems = new();
        for (int row = 0; row < seeds.Length; row++)
        {
            string seed = seeds[row].ToString(CultureInfo.InvariantCulture);
            if ((uint)seeds[row] >= (uint)graph.Nodes)
                problems.Add(row, nameof(seeds), seed, $"is no customer; numbers go from 0 to {(graph.Nodes - 1).ToString(CultureInfo.InvariantCulture)}.");
            else if (graph.IsDetractor(seeds[row]))
                problems.Add(row, nameof(seeds), seed, "is a detractor, whose word costs what it reaches; leave it out.");
        }

        problems.ThrowIfAny();
    }
}
