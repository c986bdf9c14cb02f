using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.InfluenceValue.Diffusion;

namespace CustomerValue.Tool.Commands;

/// <summary>A file of edges as a graph.</summary>
internal sealed record EdgesRead
{
    private const string WeightedCascade = "weighted-cascade";

    /// <summary>One a node.</summary>
    public required IReadOnlyList<CustomerId> Customers { get; init; }

    public required InfluenceGraph Graph { get; init; }

    /// <summary>The column of probabilities, or weighted-cascade.</summary>
    public required string Probabilities { get; init; }

    /// <param name="file">Who may win whom.</param>
    /// <param name="probabilities">Column of the probabilities; null or weighted-cascade for 1/indegree.</param>
    /// <param name="known">All customers there are; null for those of the edges.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static EdgesRead Of(string file, string? probabilities, IEnumerable<CustomerId>? known, CancellationToken cancellation)
    {
        string? column = probabilities == WeightedCascade ? null : probabilities;
        EdgeTable edges = EdgeReader.Read(TableSource.File(file), column, known, cancellation);
        (int[] from, int[] to) = ([.. edges.From], [.. edges.To]);
        return new()
        {
            Customers = edges.Customers,
            Graph = edges.Probability is { } probability
                ? InfluenceGraph.OfEdges(edges.Customers.Count, from, to, [.. probability])
                : InfluenceGraph.WeightedCascade(edges.Customers.Count, from, to),
            Probabilities = column ?? WeightedCascade,
        };
    }
}
