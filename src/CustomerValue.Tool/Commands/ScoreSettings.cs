namespace CustomerValue.Tool.Commands;

/// <summary>By what customers are scored.</summary>
internal sealed record ScoreSettings
{
    public required Forecaster Model { get; init; }

    public SpendForecaster? Spend { get; init; }

    /// <summary>In the model's unit.</summary>
    public required double Horizon { get; init; }

    /// <summary>Effective, a year.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Part of the outcomes between low and high.</summary>
    public required double Interval { get; init; }
}
