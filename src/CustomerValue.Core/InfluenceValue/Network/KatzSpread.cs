using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Network;

/// <summary>
/// Influence by counting walks, k = (I − P)⁻¹·m with the probabilities of the edges: what independent cascades reach at most, and exactly where no two walks lead to the
/// same customer, as in trees. No draws, no standard error. Source: Katz (1953), with probabilities in place of one damping.
/// </summary>
public static class KatzSpread
{
    /// <summary>The bound of every customer, the own margin included.</summary>
    /// <param name="graph">Who may win whom. Detractors count like everybody else.</param>
    /// <param name="margins">What each customer is worth; finite, one a customer. A bound only where none is below 0.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Margins are invalid, or the spectral radius of the probabilities is not below 1.</exception>
    public static IReadOnlyList<double> Of(InfluenceGraph graph, ReadOnlySpan<double> margins, CancellationToken cancellationToken = default)
    {
        if (graph is null)
            throw new ArgumentNullException(nameof(graph));
        graph.CheckMargins(margins);
        CompactEdges rows = graph.In.Transposed();
        WalkSums.CheckRadius(rows, "probabilities", cancellationToken);
        return Array.AsReadOnly(WalkSums.Solve(rows, margins, "probabilities", cancellationToken));
    }
}
