using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>What became of a model when the customers were drawn anew many times.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed record BootstrapResult<TModel>
{
    /// <summary>The fit of the customers as they are.</summary>
    public required FitResult<TModel> Fit { get; init; }

    /// <summary>How many replicates were drawn.</summary>
    public required int Replicates { get; init; }

    /// <summary>Of these, how many had no finite optimum. They are in no interval; where they are many, the intervals are too narrow and the model too rich for the data.</summary>
    public required int WithoutOptimum { get; init; }

    /// <summary>Why, each reason once, the most frequent first.</summary>
    public required IReadOnlyList<LocalizedText> Reasons { get; init; }

    /// <summary>The models of the replicates that have a finite optimum, in the order of the draws.</summary>
    public required IReadOnlyList<TModel> Models { get; init; }

    /// <summary>Percentile intervals of the parameters, with the standard deviation of the draws as standard error; empty where fewer than two replicates have a finite optimum.</summary>
    public required IReadOnlyList<ParameterInterval> Parameters { get; init; }
}
