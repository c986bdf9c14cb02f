namespace CustomerValue.LifetimeValue.Choice;

/// <summary>A figure averaged over origins. The default value is 0 at one origin.</summary>
public readonly record struct OverOrigins
{
    internal OverOrigins(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        Mean = mean;
        StandardDeviation = values.Count < 2 ? null : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation between origins; null where there is only one.</summary>
    public double? StandardDeviation { get; }
}
