namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>The kept draws of a population's parameters, chain by chain.</summary>
internal sealed class PosteriorDraws
{
    public PosteriorDraws(IReadOnlyList<string> names, double[][][] chains)
    {
        Names = names;
        Chains = chains;
        All = [.. chains.SelectMany(chain => chain)];
        Means = [.. names.Select((_, i) => All.Average(draw => draw[i]))];
        Covariance = [.. names.Select((_, i) => names.Select((_, j) => All.Sum(draw => (draw[i] - Means[i]) * (draw[j] - Means[j])) / Math.Max(1, All.Length - 1)).ToArray())];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>By chain, draw and parameter.</summary>
    public double[][][] Chains { get; }

    /// <summary>All draws, one chain after the other.</summary>
    public double[][] All { get; }

    public double[] Means { get; }

    public double[][] Covariance { get; }

    /// <summary>At most so many draws, evenly spread over all chains.</summary>
    public double[][] Thinned(int most)
    {
        int count = Math.Min(most, All.Length);
        return [.. Enumerable.Range(0, count).Select(i => All[(int)((((2L * i) + 1) * All.Length) / (2L * count))])];
    }

    /// <summary>One parameter's draws.</summary>
    public double[][] Of(int parameter) => [.. Chains.Select(chain => chain.Select(draw => draw[parameter]).ToArray())];
}
