namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>A sampled posterior: the model with its report, and the posterior of every customer.</summary>
public sealed record PosteriorFit
{
    /// <summary>The model. Where <see cref="FitReport.Converged"/> is false the chains disagree; read <see cref="FitReport.Reason"/> first.</summary>
    public required PosteriorModel Model { get; init; }

    /// <summary>How the sampling went.</summary>
    public required FitReport Report { get; init; }

    /// <summary>Every customer's posterior, in the order of the columns.</summary>
    public required CustomerPosteriors Customers { get; init; }
}
