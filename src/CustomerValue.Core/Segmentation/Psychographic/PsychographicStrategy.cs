using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Segments by what customers think, from answers on a scale: the factors behind the answers, and for each customer the one that stands out.</summary>
public sealed class PsychographicStrategy : ISegmentationStrategy
{
    private const double PoorAdequacy = 0.6;
    private readonly PsychographicOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">Which items and how; null for the defaults.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public PsychographicStrategy(PsychographicOptions? options = null)
    {
        this.options = options ?? new PsychographicOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => PsychographicSegmentation.StrategyName;

    /// <summary>Fits the factors on those who answered every item.</summary>
    /// <exception cref="DataRejectedException">Items are missing, constant or computed from others, or too few people answered all of them.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        NumericTable answers = SurveyAnswers.Complete(customers, SurveyAnswers.Items(customers, options.Items));
        SamplingAdequacy adequacy = SamplingAdequacy.Of(answers);
        int factors = options.Factors ?? Math.Max(1, Math.Min(FactorAnalysis.Most(answers.Width), ParallelAnalysis.Of(answers, cancellationToken: cancellationToken).FactorCount));
        FactorFit fit = FactorAnalysis.Fit(answers, factors, options.Rotation, cancellationToken);
        SegmentationFit report = new()
        {
            Customers = fit.Rows,
            Iterations = fit.Iterations,
            Converged = fit.Converged,
            Figures =
            [
                new("factors", factors), new("explained", fit.Model.Uniquenesses.Average(own => 1 - own)), new("discrepancy", fit.Discrepancy), new("chiSquare", fit.ChiSquare),
                new("degreesOfFreedom", fit.DegreesOfFreedom), new("pValue", fit.PValue), new("kmo", adequacy.Overall), new("bartlett", adequacy.ChiSquare),
                .. Alphas(fit.Model, answers),
            ],
            Warnings = [.. Warnings(fit, adequacy)],
        };
        return new PsychographicSegmentation(fit.Model, options.Threshold, options.LeastAnswered, options.Names, report);
    }

    /// <summary>How well the items of each factor agree, those turned that ask the opposite; nothing for factors with one item.</summary>
    private static IEnumerable<KeyValuePair<string, double>> Alphas(FactorModel model, NumericTable answers)
    {
        for (int factor = 0; factor < model.Factors; factor++)
        {
            int[] items = [.. Enumerable.Range(0, model.Items.Count).Where(item => FactorItems.Strongest(model, item) == factor)];
            if (items.Length < 2)
                continue;
            ReadOnlyMemory<double>[] columns = Array.ConvertAll(items, item => (ReadOnlyMemory<double>)answers[item].ToArray());
            bool[] reversed = Array.ConvertAll(items, item => model.Loadings[item][factor] < 0);
            yield return new KeyValuePair<string, double>($"alpha{factor + 1}", Reliability.Of(new NumericTable(columns), reversed).Alpha);
        }
    }

    private static IEnumerable<LocalizedText> Warnings(FactorFit fit, SamplingAdequacy adequacy)
    {
        string kmo = Wording.Number(adequacy.Overall);
        if (adequacy.Overall < PoorAdequacy)
            yield return new LocalizedText($"The items have little in common (KMO {kmo}, below 0.6): factors explain them poorly.", $"题目之间的共性较少（KMO {kmo}，低于 0.6），因子解释力不足。");
        foreach (string item in fit.HeywoodCases)
            yield return new LocalizedText($"{item} is explained entirely (a Heywood case): take fewer factors, or leave it out.", $"{item} 被完全解释（Heywood 情形）：请减少因子数或去掉该题。");
        if (!fit.Converged)
            yield return new LocalizedText($"The fit did not converge in {fit.Iterations} steps.", $"拟合在 {fit.Iterations} 步内未收敛。");
    }
}
