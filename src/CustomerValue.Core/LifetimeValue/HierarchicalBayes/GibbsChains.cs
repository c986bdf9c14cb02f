using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>A chain whose state holds every customer's own unknowns.</summary>
internal interface IGibbsChain
{
    /// <summary>One sweep over customers and population; steps are learnt where <paramref name="rate"/> is above 0.</summary>
    void Sweep(ref RandomStream random, double rate);

    /// <summary>The population's parameters as they are now.</summary>
    double[] Parameters();

    /// <summary>Takes every customer's present draw in.</summary>
    void Report(StreamedCustomers streamed, double[] horizons, ref RandomStream random);
}

/// <summary>Runs such chains, one to a thread, and keeps the population's draws and the customers' summaries.</summary>
internal static class GibbsChains
{
    /// <summary>Makes a chain at a start of its own.</summary>
    public delegate IGibbsChain Start(ref RandomStream random);

    /// <summary>Runs all chains.</summary>
    /// <param name="names">The population's parameters.</param>
    /// <param name="start">Makes a chain.</param>
    /// <param name="customers">How many customers.</param>
    /// <param name="horizons">For which purchases are forecast; null where the customers are not asked for.</param>
    /// <param name="plan">How many.</param>
    /// <param name="progress">Told the finished part.</param>
    /// <param name="cancellationToken">Stops the chains, between two sweeps.</param>
    public static (PosteriorDraws Draws, CustomerMoments[] Customers) Run(
        IReadOnlyList<string> names, Start start, int customers, double[]? horizons, SamplingPlan plan, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        double[][][] draws = new double[plan.Chains][][];
        StreamedCustomers[] streamed = new StreamedCustomers[plan.Chains];
        int done = 0;
        Partitions.For(plan.Chains, plan.Workers, (_, chain) =>
        {
            draws[chain] = new double[plan.Draws][];
            if (horizons is not null)
                streamed[chain] = new StreamedCustomers(customers, horizons);
            RandomStream random = new(plan.Seed, chain, -1, 0);
            IGibbsChain state = start(ref random);
            for (int sweep = 0; sweep < plan.SweepsOfChain; sweep++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                random = new RandomStream(plan.Seed, chain, sweep, 0);
                state.Sweep(ref random, sweep < plan.BurnIn ? 1 / Math.Pow(sweep + 1, 0.6) : 0);
                progress?.Report((double)Interlocked.Increment(ref done) / ((long)plan.Chains * plan.SweepsOfChain));
                int kept = sweep - plan.BurnIn + 1;
                if (kept <= 0 || kept % plan.Thinning != 0)
                    continue;
                draws[chain][(kept / plan.Thinning) - 1] = state.Parameters();
                if (horizons is not null)
                    state.Report(streamed[chain], horizons, ref random);
            }
        }, cancellationToken);
        return (new PosteriorDraws(names, draws), horizons is null ? [] : StreamedCustomers.Join(streamed));
    }
}
