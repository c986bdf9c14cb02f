namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>A density known up to a factor, in coordinates of which the first may have a long tail and the others are nearly normal.</summary>
internal interface ILogDensity
{
    /// <summary>Its logarithm; −∞ or NaN where it is 0 or can't be had.</summary>
    double At(ReadOnlySpan<double> point);

    /// <summary>The parameters that a point stands for.</summary>
    double[] Parameters(ReadOnlySpan<double> point);
}
