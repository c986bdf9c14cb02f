namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>The posterior of one customer's rate, per unit of time, &gt; 0.</summary>
public readonly record struct RatePosterior
{
    /// <summary>Mean.</summary>
    public double Mean { get; init; }

    /// <summary>Standard deviation.</summary>
    public double StandardDeviation { get; init; }

    /// <summary>5 % quantile.</summary>
    public double Low { get; init; }

    /// <summary>Median.</summary>
    public double Median { get; init; }

    /// <summary>95 % quantile.</summary>
    public double High { get; init; }
}
