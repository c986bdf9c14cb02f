using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Segments by answers: customers who answer alike, whatever the answers are. Without options it takes every column of texts with 2 to 12 different ones.</summary>
public sealed class LatentClassStrategy : ISegmentationStrategy
{
    private readonly LatentClassOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">How to fit, and on which columns; null for what comes by itself.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public LatentClassStrategy(LatentClassOptions? options = null)
    {
        this.options = options ?? new LatentClassOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => LatentClassSegmentation.StrategyName;

    /// <summary>Fits the classes on all customers with an answer and all covariates.</summary>
    /// <exception cref="DataRejectedException">No column holds answers, a named one is not there or has too many categories, nobody answered, or there are more classes than distinct answers.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        IReadOnlyList<TextColumn> items = LatentClassColumns.Items(customers, options);
        IReadOnlyList<CustomerColumn> covariates = LatentClassColumns.Covariates(customers, options);
        int[] rows = [.. Enumerable.Range(0, customers.Count).Where(row => LatentClassColumns.HasAll(covariates, row) && items.Any(item => !item.IsMissing(row)))];
        LatentClassFit fit = LatentClassEstimator.Fit(LatentClassColumns.Answers(items, rows), LatentClassColumns.Numbers(covariates, rows), options, cancellationToken);
        LatentClassReport report = fit.Report;
        List<KeyValuePair<string, double>> figures =
        [
            Figure("classes", fit.Model.Classes),
            Figure("logLikelihood", report.LogLikelihood),
            Figure("parameters", report.Parameters),
            Figure("degreesOfFreedom", report.DegreesOfFreedom),
            Figure("aic", report.Aic),
            Figure("bic", report.Bic),
            Figure("entropyRSquared", report.EntropyRSquared),
            Figure("starts", report.Starts),
            Figure("bestReached", report.Optima[0].Reached),
            Figure("optima", report.Optima.Count),
        ];
        if (report.GSquared is double g)
            figures.Add(Figure("gSquared", g));
        if (report.ChiSquared is double chi)
            figures.Add(Figure("chiSquared", chi));
        figures.AddRange(report.Candidates.Select(candidate => Figure($"bic{candidate.Classes}", candidate.Bic)));
        return new LatentClassSegmentation(fit.Model, new SegmentationFit
        {
            Customers = rows.Length,
            Iterations = report.Iterations,
            Converged = report.Converged,
            Figures = figures.AsReadOnly(),
            Warnings = report.Warnings,
        });
    }

    private static KeyValuePair<string, double> Figure(string name, double value) => new(name, value);
}
