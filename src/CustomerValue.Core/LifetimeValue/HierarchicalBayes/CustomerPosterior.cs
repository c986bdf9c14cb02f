namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>What the posterior says of one customer. Standard deviations are the posterior's own, not the error of the sampling.</summary>
public sealed record CustomerPosterior
{
    internal CustomerPosterior(double[] numbers, double[] horizons)
    {
        ProbabilityAlive = numbers[CustomerMoments.Alive];
        PurchaseRate = Rate(numbers, CustomerMoments.Purchase);
        DropoutRate = Rate(numbers, CustomerMoments.Dropout);
        Purchases = [.. horizons.Select((horizon, i) => new PurchaseForecast
        {
            Horizon = horizon,
            Mean = numbers[CustomerMoments.Horizons + (2 * i)],
            StandardDeviation = numbers[CustomerMoments.Horizons + (2 * i) + 1],
        })];
    }

    /// <summary>Probability in [0, 1] that the customer is still one at the end of observation.</summary>
    public double ProbabilityAlive { get; }

    /// <summary>λ: purchases a unit of time while alive.</summary>
    public RatePosterior PurchaseRate { get; }

    /// <summary>μ: chance of leaving a unit of time.</summary>
    public RatePosterior DropoutRate { get; }

    /// <summary>Purchases to come within each horizon.</summary>
    public IReadOnlyList<PurchaseForecast> Purchases { get; }

    private static RatePosterior Rate(double[] numbers, int from) => new()
    {
        Mean = numbers[from],
        StandardDeviation = numbers[from + 1],
        Low = numbers[from + 2],
        Median = numbers[from + 3],
        High = numbers[from + 4],
    };
}
