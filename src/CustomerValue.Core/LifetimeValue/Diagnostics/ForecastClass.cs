namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>What a group of customers was forecast to buy in a holdout, and what it bought.</summary>
public sealed record ForecastClass
{
    /// <summary>The least value in the group of what it is grouped by.</summary>
    public required double From { get; init; }

    /// <summary>The greatest value in the group.</summary>
    public required double To { get; init; }

    /// <summary>Customers in the group.</summary>
    public required int Customers { get; init; }

    /// <summary>Purchases forecast for the group.</summary>
    public required double Expected { get; init; }

    /// <summary>Purchases that it made.</summary>
    public required long Actual { get; init; }
}
