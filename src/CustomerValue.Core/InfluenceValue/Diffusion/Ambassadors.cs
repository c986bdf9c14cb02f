using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// Chooses customers who together reach the most: greedily over one half of the reverse-reachable sets, judged by the other half, with a certificate.
/// Source: Tang, Tang, Xiao &amp; Yuan (2018), "Online processing algorithms for influence maximization" (OPIM-C).
/// </summary>
public static class Ambassadors
{
    /// <summary>Members of the sets of one half that are kept at most, 256 MiB and as much for their index; drawing ends there.</summary>
    private const int MostMembers = 1 << 26;

    /// <summary>Chooses ambassadors. What they reach is counted as if all that spreads were caused (λ = 1); at λ = 0 it is <see cref="AmbassadorSet.OwnMargins"/>.</summary>
    /// <param name="graph">Who may win whom. Detractors are reached, but never chosen.</param>
    /// <param name="margins">What each customer is worth once won; finite, one a customer, in any unit. Losses count 0: nobody seeks to reach them.</param>
    /// <param name="options">How many, how near to the best, how sure; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers, fewer than asked for where nobody else adds anything: there are not as many, or the margins are 0.</returns>
    /// <exception cref="DataRejectedException">Options or margins are invalid, or weights into a customer sum to more than 1 under the linear threshold model.</exception>
    public static AmbassadorSet Choose(InfluenceGraph graph, ReadOnlySpan<double> margins, AmbassadorOptions? options = null, CancellationToken cancellationToken = default) =>
        Choose(graph, margins, options, Partitions.Workers, cancellationToken);

    internal static AmbassadorSet Choose(InfluenceGraph graph, ReadOnlySpan<double> margins, AmbassadorOptions? options, int workers, CancellationToken cancellationToken)
    {
        if (graph is null)
            throw new ArgumentNullException(nameof(graph));
        options ??= new AmbassadorOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        graph.CheckMargins(margins);
        double[] gains = new double[graph.Nodes];
        bool[] detractor = new bool[graph.Nodes];
        for (int node = 0; node < gains.Length; node++)
            (gains[node], detractor[node]) = (Math.Max(0, margins[node]), graph.IsDetractor(node));
        RootDraw roots = new(gains);
        ReverseEdges edges = new(graph, options.Model);
        int candidates = graph.Nodes - graph.Detractors, count = Math.Min(options.Count, candidates);
        if (!(roots.Total > 0) || count == 0)
            return new AmbassadorSet { Customers = [], Spread = 0, Lower = 0, Upper = 0, Confidence = options.Confidence, Sets = 0 };

        double delta = 1 - options.Confidence, start = OpimBounds.FirstSets(candidates, count, delta);
        int most = Math.Max(1, options.MostSets / 2), rounds = OpimBounds.Rounds(most, start);
        double doubt = OpimBounds.Doubt(delta, rounds);
        ReverseSets chosenBy = new(edges, roots, options.Seed, 1, workers), judgedBy = new(edges, roots, options.Seed, 2, workers);
        AmbassadorSet? best = null;
        for (int round = 1; round <= rounds; round++)
        {
            int sets = round == rounds ? most : (int)Math.Min(most, Math.Ceiling(start * Math.Pow(2, round - 1)));
            if (!chosenBy.DrawTo(sets, MostMembers, cancellationToken) || !judgedBy.DrawTo(sets, MostMembers, cancellationToken))
                break;
            best = Judge(chosenBy, judgedBy, detractor, count, doubt, roots.Total, options.Confidence, gains);
            if (best.Approximation >= options.Goal)
                break;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return best ?? throw new DataRejectedException(new DataProblem { Field = nameof(graph), Message = "passes word on so readily that even a few reverse-reachable sets hold more than 67,108,864 customers; anybody reaches most of them, so give lower probabilities." });
    }

    private static AmbassadorSet Judge(ReverseSets chosenBy, ReverseSets judgedBy, bool[] excluded, int count, double doubt, double total, double confidence, double[] margins)
    {
        MaximumCoverage coverage = MaximumCoverage.Of(chosenBy, excluded, count);
        bool[] chosen = new bool[excluded.Length];
        double own = 0;
        foreach (int node in coverage.Chosen)
        {
            chosen[node] = true;
            own += margins[node];
        }

        int covered = judgedBy.CoveredBy(chosen);
        return new AmbassadorSet
        {
            Customers = coverage.Chosen.AsReadOnly(),
            Spread = total * covered / judgedBy.Count,
            OwnMargins = own,
            Lower = total * OpimBounds.Lower(covered, judgedBy.Count, doubt),
            Upper = total * OpimBounds.Upper(coverage.Upper, chosenBy.Count, doubt),
            Confidence = confidence,
            Sets = (long)chosenBy.Count + judgedBy.Count,
        };
    }
}
