namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>A number with what its uncertainty is. The default value is a certain 0.</summary>
public readonly record struct NumberInterval
{
    internal NumberInterval(double estimate, double standardError, double low, double high)
    {
        Estimate = estimate;
        StandardError = standardError;
        Low = low;
        High = high;
    }

    /// <summary>The number by the fit itself.</summary>
    public double Estimate { get; }

    /// <summary>Its standard error; ≥ 0.</summary>
    public double StandardError { get; }

    /// <summary>Lower end.</summary>
    public double Low { get; }

    /// <summary>Upper end.</summary>
    public double High { get; }
}
