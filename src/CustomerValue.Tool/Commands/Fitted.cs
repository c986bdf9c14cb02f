using CustomerValue.LifetimeValue;

namespace CustomerValue.Tool.Commands;

/// <summary>A fit of either kind of model.</summary>
internal sealed record Fitted
{
    public required FitReport Report { get; init; }

    /// <summary>The model of purchases, or null where it is one of spend.</summary>
    public PurchaseModel? Purchase { get; init; }

    /// <summary>The model of spend, or null where it is one of purchases.</summary>
    public SpendModel? Spend { get; init; }

    public TimeSpan Duration { get; init; }
}
