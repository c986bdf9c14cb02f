namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>Sampling options with a model's defaults filled in.</summary>
internal sealed record SamplingPlan(long Seed, int Chains, int BurnIn, int Draws, int Thinning, int Workers)
{
    public int SweepsOfChain => BurnIn + (Draws * Thinning);

    public static SamplingPlan Of(SamplingOptions options, int burnIn, int draws, int thinning, int workers) =>
        new(options.Seed, options.Chains, options.BurnIn ?? burnIn, options.Draws ?? draws, options.Thinning ?? thinning, workers);
}
