using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>Who may win whom, as columns for <see cref="InfluenceValue.Diffusion.InfluenceGraph"/>.</summary>
public sealed record EdgeTable
{
    /// <summary>The customers in ordinal order; edges call them by their place.</summary>
    public required IReadOnlyList<CustomerId> Customers { get; init; }

    /// <summary>Who may win, one an edge.</summary>
    public required IReadOnlyList<int> From { get; init; }

    /// <summary>Who may be won, one an edge.</summary>
    public required IReadOnlyList<int> To { get; init; }

    /// <summary>Probabilities in [0, 1], one an edge; null where no column of them was named.</summary>
    public IReadOnlyList<double>? Probability { get; init; }
}
