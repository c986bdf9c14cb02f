namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>A customer's purchases in (T, T + horizon].</summary>
public readonly record struct PurchaseForecast
{
    /// <summary>The horizon, in the columns' unit.</summary>
    public double Horizon { get; init; }

    /// <summary>Expected purchases.</summary>
    public double Mean { get; init; }

    /// <summary>Standard deviation of the number of purchases itself: of the customer's rates, of when the customer leaves, and of chance.</summary>
    public double StandardDeviation { get; init; }
}
