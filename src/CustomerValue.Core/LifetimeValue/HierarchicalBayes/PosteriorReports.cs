using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>The report of a sampled posterior: means and standard deviations as parameters and errors, and whether the chains may be believed.</summary>
internal static class PosteriorReports
{
    /// <summary>Above this the chains have not mixed well. Source: Vehtari et al. (2021), §4.</summary>
    private const double GoodRHat = 1.01;

    /// <summary>Above this they tell different stories.</summary>
    private const double WorstRHat = 1.1;

    /// <summary>Effective draws a chain that R-hat and the errors need. Source: as above.</summary>
    private const double GoodSizeOfChain = 100;

    public static FitReport Of(string model, PosteriorDraws draws, SamplingPlan plan, double customers, int distinct, double logLikelihood, int evaluations)
    {
        double[][][] byParameter = [.. draws.Names.Select((_, i) => draws.Of(i))];
        double[] rHat = Array.ConvertAll(byParameter, ChainDiagnostics.RHat);
        double[] bulk = Array.ConvertAll(byParameter, ChainDiagnostics.BulkSize);
        double[] tail = Array.ConvertAll(byParameter, ChainDiagnostics.TailSize);
        bool converged = rHat.All(value => value <= WorstRHat);
        int worst = Array.IndexOf(rHat, rHat.Max());
        int fewest = Array.IndexOf(bulk, bulk.Min());
        List<LocalizedText> warnings = [];
        if (converged && rHat[worst] > GoodRHat)
            warnings.Add(Mixed(draws.Names[worst], rHat[worst]));
        double least = Math.Min(bulk[fewest], tail.Min());
        if (least < GoodSizeOfChain * plan.Chains)
            warnings.Add(Few(draws.Names[fewest], least, GoodSizeOfChain * plan.Chains));
        return new FitReport
        {
            Model = model,
            Parameters = draws.Names.Zip(draws.Means, (name, value) => new ModelParameter(name, value)).ToArray(),
            Customers = customers,
            DistinctHistories = distinct,
            LogLikelihood = logLikelihood,
            GradientNorm = 0,
            StandardErrors = draws.Covariance.Select((row, i) => Math.Sqrt(row[i])).ToArray(),
            Covariance = draws.Covariance,
            Iterations = plan.Chains * plan.SweepsOfChain,
            Evaluations = evaluations,
            Converged = converged,
            Reason = converged ? null : Apart(draws.Names[worst], rHat[worst]),
            Warnings = warnings,
            Sampling = new SamplingReport
            {
                Chains = plan.Chains,
                Draws = plan.Draws,
                Sweeps = plan.Chains * plan.SweepsOfChain,
                RHat = rHat,
                BulkEffectiveSize = bulk,
                TailEffectiveSize = tail,
            },
        };
    }

    private static LocalizedText Mixed(string name, double rHat) => new(
        $"The chains have not mixed fully: R-hat of {name} is {Text(rHat)}, above 1.01. Take longer chains before you rely on its standard error.",
        $"各条链尚未充分混合：{name} 的 R-hat 为 {Text(rHat)}，高于 1.01。在依赖其标准误之前，请延长链。");

    private static LocalizedText Few(string name, double size, double needed) => new(
        $"The draws are worth few independent ones: {size:F0} at least for some parameter, least in the middle for {name}; {needed:F0} are wanted. Means are good, standard errors and quantiles rough; take more draws.",
        $"样本的有效数量偏少：最少的参数仅相当于 {size:F0} 个独立样本（{name} 的主体部分最少），建议至少 {needed:F0} 个。均值可用，但标准误和分位数较粗略；请增加抽样数。");

    private static LocalizedText Apart(string name, double rHat) => new(
        $"The chains tell different stories: R-hat of {name} is {Text(rHat)}, above 1.1. Take a longer burn-in and more draws, narrower priors, or a simpler model.",
        $"各条链的结论不一致：{name} 的 R-hat 为 {Text(rHat)}，高于 1.1。请延长预热并增加抽样数、收窄先验，或改用更简单的模型。");

    private static string Text(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
