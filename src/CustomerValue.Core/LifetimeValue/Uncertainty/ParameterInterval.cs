namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>A parameter with its interval.</summary>
public sealed record ParameterInterval
{
    /// <summary>The parameter's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its estimate and interval.</summary>
    public required NumberInterval Value { get; init; }
}
