using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>Chains over a few parameters, where the customers' own unknowns are integrated out.</summary>
internal static class MetropolisChains
{
    /// <summary>How often a chain looks whether it shall stop and tells how far it is.</summary>
    private const int Attention = 16;

    /// <summary>Runs all chains and keeps their draws.</summary>
    /// <param name="names">The parameters.</param>
    /// <param name="density">Their posterior.</param>
    /// <param name="shape">Where the posterior may lie and how wide it is.</param>
    /// <param name="plan">How many.</param>
    /// <param name="progress">Told the finished part.</param>
    /// <param name="cancellationToken">Stops the chains.</param>
    public static PosteriorDraws Run(IReadOnlyList<string> names, ILogDensity density, LearntShape shape, SamplingPlan plan, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        double[][][] draws = new double[plan.Chains][][];
        int done = 0;
        Partitions.For(plan.Chains, plan.Workers, (_, chain) =>
        {
            draws[chain] = new double[plan.Draws][];
            RandomStream start = new(plan.Seed, chain, -1, 0);
            AdaptiveMetropolis metropolis = new(density, shape, ref start);
            for (int sweep = 0; sweep < plan.SweepsOfChain; sweep++)
            {
                RandomStream random = new(plan.Seed, chain, sweep, 0);
                metropolis.Sweep(ref random, sweep, plan.BurnIn);
                int kept = sweep - plan.BurnIn + 1;
                if (kept > 0 && kept % plan.Thinning == 0)
                    draws[chain][(kept / plan.Thinning) - 1] = density.Parameters(metropolis.Point);
                if (sweep % Attention != Attention - 1)
                    continue;
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)Interlocked.Add(ref done, Attention) / ((long)plan.Chains * plan.SweepsOfChain));
            }
        }, cancellationToken);
        return new PosteriorDraws(names, draws);
    }
}
