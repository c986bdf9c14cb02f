namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>The size of a one-dimensional Metropolis step, which learns to be accepted 44 times in a hundred. Source: Roberts &amp; Rosenthal (2001), Statistical Science 16(4).</summary>
internal sealed class StepSize(double first)
{
    private double log = Math.Log(first);

    public double Value => Math.Exp(log);

    /// <summary>Learns where <paramref name="rate"/> is above 0.</summary>
    public void Learn(double rate, double acceptance) => log += rate * (acceptance - 0.44);
}
