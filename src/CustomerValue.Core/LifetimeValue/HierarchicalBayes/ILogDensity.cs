namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>A density known up to a factor.</summary>
internal interface ILogDensity
{
    /// <summary>Its logarithm; −∞ or NaN where it is 0 or can't be had.</summary>
    double At(ReadOnlySpan<double> point);
}
