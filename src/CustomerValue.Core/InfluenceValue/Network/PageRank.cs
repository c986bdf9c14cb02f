using System.Collections.ObjectModel;
using System.Globalization;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Network;

/// <summary>
/// PageRank by power iteration until nothing moves by more than 10⁻¹² in sum. On the reversed graph it ranks customers by whom they may win, and its best come
/// near the best ambassadors: a cheap check on everything else. Edges count alike, whatever their probability. Source: Page, Brin, Motwani &amp; Winograd (1999).
/// </summary>
public static class PageRank
{
    private const double Settled = 1e-12;

    /// <summary>How much rank comes to each customer along the edges: who is told by those who are told a lot. Sums to 1.</summary>
    /// <param name="graph">The edges.</param>
    /// <param name="damping">The part of rank that goes on along edges, in [0, 1).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The damping is out of its range.</exception>
    public static IReadOnlyList<double> Of(InfluenceGraph graph, double damping = 0.85, CancellationToken cancellationToken = default) =>
        Iterate((graph ?? throw new ArgumentNullException(nameof(graph))).In, damping, cancellationToken);

    /// <summary>The same with every edge turned round: who tells those who tell a lot. Sums to 1.</summary>
    /// <param name="graph">The edges.</param>
    /// <param name="damping">The part of rank that goes on along edges, in [0, 1).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The damping is out of its range.</exception>
    public static IReadOnlyList<double> Reversed(InfluenceGraph graph, double damping = 0.85, CancellationToken cancellationToken = default) =>
        Iterate((graph ?? throw new ArgumentNullException(nameof(graph))).In.Transposed(), damping, cancellationToken);

    private static ReadOnlyCollection<double> Iterate(CompactEdges into, double damping, CancellationToken cancellationToken)
    {
        if (!(damping >= 0 && damping < 1))
            throw new DataRejectedException(new DataProblem { Field = nameof(damping), Value = damping.ToString("R", CultureInfo.InvariantCulture), Message = "is not in [0, 1); 0.85 is usual." });
        int n = into.Nodes;
        int[] ways = new int[n];
        foreach (int source in into.Other)
            ways[source]++;
        double[] rank = new double[n], share = new double[n];
        rank.AsSpan().Fill(1.0 / n);
        double moved = 1;
        while (moved > Settled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double stuck = 0;
            for (int node = 0; node < n; node++)
            {
                share[node] = ways[node] == 0 ? 0 : damping * rank[node] / ways[node];
                stuck += ways[node] == 0 ? rank[node] : 0;
            }

            // Who leads nowhere gives to all alike.
            double all = ((1 - damping) + (damping * stuck)) / n;
            moved = 0;
            for (int node = 0; node < n; node++)
            {
                double sum = all;
                for (int edge = into.Start[node]; edge < into.Start[node + 1]; edge++)
                    sum += share[into.Other[edge]];
                moved += Math.Abs(sum - rank[node]);
                rank[node] = sum;
            }
        }

        return Array.AsReadOnly(rank);
    }
}
