namespace CustomerValue.Tests.Simulation;

/// <summary>Is what was drawn what should have been drawn? In standard errors: seeds are fixed, so a test that holds keeps holding.</summary>
internal static class Z
{
    public const double Most = 4;

    /// <summary>How far the mean of the values lies from the expected one.</summary>
    public static double OfMean(IReadOnlyCollection<double> values, double expected)
    {
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        return (mean - expected) / Math.Sqrt(variance / values.Count);
    }

    /// <summary>How far the variance of the values lies from the expected one, around the known mean.</summary>
    public static double OfVariance(IReadOnlyCollection<double> values, double mean, double expected) =>
        OfMean(values.Select(value => (value - mean) * (value - mean)).ToArray(), expected);

    public static double Correlation(IEnumerable<double> left, IEnumerable<double> right)
    {
        double[] x = left.ToArray();
        double[] y = right.ToArray();
        double mx = x.Average(), my = y.Average();
        double xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        return xy / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
