using CustomerValue.LifetimeValue;

namespace CustomerValue.Json;

/// <summary>A model as it is kept in a file: enough to score with, and how its fit went where that is known.</summary>
/// <typeparam name="TModel"><see cref="PurchaseModel"/>, <see cref="SpendModel"/> or <see cref="LifetimeValue.ShiftedBetaGeometric.ShiftedBetaGeometricModel"/>.</typeparam>
public sealed record StoredModel<TModel>
{
    /// <summary>The model.</summary>
    public required TModel Model { get; init; }

    /// <summary>How the fit went; null for a model written by hand.</summary>
    public FitReport? Report { get; init; }

    /// <summary>How long the fit took, in seconds; null where nobody took the time.</summary>
    public double? Seconds { get; init; }
}
