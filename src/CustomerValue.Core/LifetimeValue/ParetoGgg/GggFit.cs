using CustomerValue.LifetimeValue.HierarchicalBayes;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>A sampled posterior of Pareto/GGG: the population's parameters with their report, and every customer. Forecasts are of the customers sampled; there is no closed form for others.</summary>
public sealed record GggFit
{
    /// <summary>How the sampling went, and the parameters t, gamma, r, alpha, s, beta.</summary>
    public required FitReport Report { get; init; }

    /// <summary>Every customer's posterior, in the order of the columns.</summary>
    public required CustomerPosteriors Customers { get; init; }
}
