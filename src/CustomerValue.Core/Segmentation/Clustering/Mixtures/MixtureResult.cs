using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Puts a fit's components in order and counts its figures.</summary>
internal static class MixtureResult
{
    public static GaussianMixtureModel Make(MixtureRows rows, GaussianMixtureOptions options, MixtureFit fit, int collapsed, CancellationToken cancellationToken)
    {
        Components mixture = fit.Mixture!;
        MixtureSums last = rows.LastPass(mixture, cancellationToken);
        int width = mixture.Width, count = mixture.Count;
        int parameters = Parameters(options.Covariance, count, width);
        double bic = (-2 * last.LogLikelihood) + (parameters * Math.Log(rows.TotalWeight));
        double entropy = Math.Max(0, last.Entropy);
        int held = mixture.LeastPivots.Count(pivot => pivot <= 2 * options.Regularization);
        GaussianMixtureReport report = new()
        {
            Rows = rows.Table.Rows,
            LogLikelihood = last.LogLikelihood,
            Parameters = parameters,
            Aic = (-2 * last.LogLikelihood) + (2 * parameters),
            Bic = bic,
            Icl = bic + (2 * entropy),
            Entropy = entropy,
            Iterations = fit.Course.Count - 1,
            Converged = fit.Converged,
            CollapsedStarts = collapsed,
            HeldComponents = held,
            Warnings = [.. Warnings(options, fit, collapsed, held)],
        };
        return new GaussianMixtureModel(options.Covariance, InOrder(mixture, options.Covariance), report);
    }

    /// <summary>Free parameters.</summary>
    public static int Parameters(CovarianceShape shape, int count, int width) => (count * width) + count - 1 + shape switch
    {
        CovarianceShape.Spherical => count,
        CovarianceShape.Diagonal => count * width,
        CovarianceShape.Tied => width * (width + 1) / 2,
        _ => count * width * (width + 1) / 2,
    };

    /// <summary>The heaviest first; of equally heavy ones, to six digits, the one whose mean is smaller. So the order of rows or starts never shows.</summary>
    private static GaussianComponent[] InOrder(Components mixture, CovarianceShape shape)
    {
        IOrderedEnumerable<GaussianComponent> ordered = mixture.List(shape).OrderByDescending(component => Math.Round(component.Weight, 6));
        for (int j = 0; j < mixture.Width; j++)
        {
            int column = j;
            ordered = ordered.ThenBy(component => component.Mean[column]);
        }

        return [.. ordered];
    }

    private static IEnumerable<LocalizedText> Warnings(GaussianMixtureOptions options, MixtureFit fit, int collapsed, int held)
    {
        if (!fit.Converged)
            yield return new LocalizedText($"The fit was stopped after {fit.Course.Count - 1} iterations, before it came to an end.", $"拟合在{fit.Course.Count - 1}次迭代后停止，尚未收敛。");
        if (collapsed > 0)
            yield return new LocalizedText($"Starts given up because a component shrank to a point, where the likelihood runs to infinity: {collapsed}.", $"有{collapsed}次初始化因某个成分收缩为一点（似然趋于无穷）而被放弃。");
        string at = options.Regularization.ToString("R", CultureInfo.InvariantCulture);
        if (held > 0)
            yield return new LocalizedText($"Components that would shrink to a point or a line but for the regularization {at}, which decides their density and so the likelihood: {held} of {options.Components}.", $"{options.Components}个成分中有{held}个若无正则化（{at}）将收缩为点或线；其密度与似然由正则化决定。");
    }
}
