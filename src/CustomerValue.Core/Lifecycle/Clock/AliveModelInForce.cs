using NodaTime;

namespace CustomerValue.Lifecycle.Clock;

/// <summary>A model and the day from which it is in force.</summary>
public sealed record AliveModelInForce
{
    /// <summary>The day from which stages are judged by it; null for as long as anything is known.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The model.</summary>
    public required IAliveModel Model { get; init; }
}
