namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>One distinct history on its path, as the likelihood takes it.</summary>
internal readonly struct DynamicCustomer
{
    public int Path { get; init; }

    /// <summary>The run in which the time after the first purchase begins.</summary>
    public int FirstRun { get; init; }

    public int Frequency { get; init; }

    public double Start { get; init; }

    public double Recency { get; init; }

    public double Age { get; init; }

    public double Weight { get; init; }

    /// <summary>The row of its covariate sums.</summary>
    public int Row { get; init; }
}
