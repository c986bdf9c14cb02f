using CustomerValue.Customers;

namespace CustomerValue.Tool.Commands;

/// <summary>By what customers are scored.</summary>
internal sealed record ScoreSettings
{
    /// <summary>The name of the model of purchases or of contracts.</summary>
    public required string Model { get; init; }

    /// <summary>The name of the model of spend; null without one.</summary>
    public string? SpendModel { get; init; }

    /// <summary>The model's unit.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>In the model's unit.</summary>
    public required double Horizon { get; init; }

    /// <summary>Effective, a year.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Part of the outcomes between low and high.</summary>
    public required double Interval { get; init; }
}
