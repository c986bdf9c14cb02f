using CustomerValue.LifetimeValue;

namespace CustomerValue.Tool.Commands;

/// <summary>By what customers are scored.</summary>
internal sealed record ScoreSettings
{
    public required PurchaseModel Model { get; init; }

    public SpendModel? Spend { get; init; }

    /// <summary>In the model's unit.</summary>
    public required double Horizon { get; init; }

    /// <summary>Effective, a year.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Part of the outcomes between low and high.</summary>
    public required double Interval { get; init; }
}
