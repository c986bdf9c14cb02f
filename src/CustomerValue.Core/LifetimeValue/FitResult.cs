namespace CustomerValue.LifetimeValue;

/// <summary>A fitted, immutable model with the report of its fit.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed record FitResult<TModel>
{
    /// <summary>The model. Where <see cref="FitReport.Converged"/> is false: the best point found, whose <see cref="FitReport.Reason"/> must be read first.</summary>
    public required TModel Model { get; init; }

    /// <summary>How the fit went.</summary>
    public required FitReport Report { get; init; }
}
