namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

/// <summary>Means by their standard errors.</summary>
internal static class Moments
{
    public static void AssertZero(IEnumerable<double> misses)
    {
        double[] all = misses.ToArray();
        double mean = all.Average();
        Assert.InRange(mean / Math.Sqrt(all.Sum(miss => (miss - mean) * (miss - mean)) / all.Length / all.Length), -4, 4);
    }
}
