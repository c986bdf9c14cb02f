namespace CustomerValue.LifetimeValue.Regularity;

/// <summary>How regularly customers buy: the shape k of the gamma distribution of each customer's gaps, one for all of them.</summary>
public sealed record RegularityEstimate
{
    /// <summary>k in [0, +∞]: 1 is purchases at random, above it regular, below it in bursts. +∞ where every customer's gaps are alike. A customer's gaps vary by 1/√k of their mean.</summary>
    public required double Regularity { get; init; }

    /// <summary>Standard error of k, ≥ 0; null where k is 0 or +∞, or only one customer tells of it.</summary>
    public double? StandardError { get; init; }

    /// <summary>The k that a model of Erlang gaps should take, in [1, 100].</summary>
    public required int WholeRegularity { get; init; }

    /// <summary>How many customers were counted: those with two gaps at least that are known.</summary>
    public required int Customers { get; init; }

    /// <summary>Twice the log-likelihood above that of k = 1, ≥ 0; null where k was not found by maximum likelihood.</summary>
    public double? LikelihoodRatio { get; init; }

    /// <summary>The chance of as large a ratio were k = 1, in [0, 1], by the χ² distribution with one degree of freedom; null where there is no ratio.</summary>
    public double? PValue { get; init; }
}
