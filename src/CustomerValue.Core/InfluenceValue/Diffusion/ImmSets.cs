namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// How many reverse-reachable sets the algorithm IMM draws so that k ambassadors reach (1 − 1/e − ε) of the best with probability 1 − 1/nˡ, whatever
/// the graph. The numbers are large: they show what the certificate of <see cref="Ambassadors"/>, which looks at the graph at hand, saves.
/// Source: Tang, Shi &amp; Xiao (2015), "Influence maximization in near-linear time", SIGMOD, eqs. 6 and 9, with l raised as they say, so that both phases hold together.
/// </summary>
public static class ImmSets
{
    /// <summary>λ′ of the first phase: sets are λ′ over the bound that is being tried.</summary>
    /// <param name="nodes">n ≥ 2.</param>
    /// <param name="count">k in [1, n].</param>
    /// <param name="epsilon">ε, in (0, 1).</param>
    /// <param name="l">l, finite and &gt; 0; 1 is usual.</param>
    public static double FirstPhase(int nodes, int count, double epsilon, double l = 1)
    {
        double raised = Raised(nodes, count, epsilon, l), apart = Math.Sqrt(2) * epsilon;
        return (2 + (2 * apart / 3)) * (LogChoose(nodes, count) + (raised * Math.Log(nodes)) + Math.Log(Math.Log(nodes) / Math.Log(2))) * nodes / (apart * apart);
    }

    /// <summary>λ* of the second phase: sets are λ* over a lower bound of what the best ambassadors reach.</summary>
    /// <param name="nodes">n ≥ 2.</param>
    /// <param name="count">k in [1, n].</param>
    /// <param name="epsilon">ε, in (0, 1).</param>
    /// <param name="l">l, finite and &gt; 0; 1 is usual.</param>
    public static double SecondPhase(int nodes, int count, double epsilon, double l = 1)
    {
        double sure = (Raised(nodes, count, epsilon, l) * Math.Log(nodes)) + Math.Log(2), part = 1 - Math.Exp(-1);
        double sum = (part * Math.Sqrt(sure)) + Math.Sqrt(part * (LogChoose(nodes, count) + sure));
        return 2 * nodes * sum * sum / (epsilon * epsilon);
    }

    private static double Raised(int nodes, int count, double epsilon, double l)
    {
        if (nodes < 2)
            throw new ArgumentOutOfRangeException(nameof(nodes), nodes, "A graph to choose from has 2 nodes or more.");
        if (count < 1 || count > nodes)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Must be in [1, {nodes}], the nodes.");
        if (!(epsilon > 0 && epsilon < 1))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Must be in (0, 1).");
        if (!(l > 0 && l <= double.MaxValue))
            throw new ArgumentOutOfRangeException(nameof(l), l, "Must be finite and above 0; 1 is usual.");
        return l * (1 + (Math.Log(2) / Math.Log(nodes)));
    }

    /// <summary>ln of n over k as a sum of logarithms of ratios: nothing cancels.</summary>
    private static double LogChoose(int nodes, int count)
    {
        double sum = 0;
        for (int i = 1; i <= count; i++)
            sum += Math.Log((nodes - count + i) / (double)i);
        return sum;
    }
}
