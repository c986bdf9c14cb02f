using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// Fits latent classes to categorical answers by maximum likelihood. Missing answers are missing at random; membership may depend on covariates
/// by a multinomial logit. Source: Linzer &amp; Lewis (2011), "poLCA", Journal of Statistical Software 42(10), eq. 1–14.
/// </summary>
public static class LatentClassEstimator
{
    /// <summary>Fits classes on columns of codes.</summary>
    /// <param name="answers">The answers. Rows without any are left out.</param>
    /// <param name="options">How to fit; null for the number of classes with the smallest BIC up to 6.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options are invalid, nobody answered, or there are more classes than distinct rows; says why.</exception>
    public static LatentClassFit Fit(CategoryTable answers, LatentClassOptions? options = null, CancellationToken cancellationToken = default) => Fit(answers, null, options, cancellationToken);

    /// <summary>Fits classes on columns of codes, with membership by covariates.</summary>
    /// <param name="answers">The answers. Rows without any are left out.</param>
    /// <param name="covariates">What membership depends on, a row a respondent; null for nothing.</param>
    /// <param name="options">How to fit; null for the number of classes with the smallest BIC up to 6.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options are invalid, nobody answered, a covariate is constant, or there are more classes than distinct rows; says why.</exception>
    public static LatentClassFit Fit(CategoryTable answers, NumericTable? covariates, LatentClassOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LatentClassOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        if ((covariates?.Rows ?? answers?.Rows) != (answers ?? throw new ArgumentNullException(nameof(answers))).Rows)
            throw new DataRejectedException(new DataProblem { Field = "covariates", Value = $"{covariates!.Rows}", Message = $"rows for {answers.Rows} rows of answers; give one a respondent." });
        if (covariates?.Width > LatentClassOptions.MostCovariates)
            throw new DataRejectedException(new DataProblem { Field = "covariates", Value = $"{covariates.Width}", Message = $"covariates; give at most {LatentClassOptions.MostCovariates}." });
        AnswerPatterns patterns = AnswerPatterns.Of(answers, covariates);
        ClassSearch search = new(patterns, options, cancellationToken);
        if (options.Classes is int classes)
        {
            if (classes > patterns.Count)
                throw new DataRejectedException(new DataProblem { Field = "classes", Value = $"{classes}", Message = $"classes, but there are {patterns.Count} different rows of answers; ask for no more classes than those." });
            return Result(answers, covariates, patterns, search, search.Find(classes), [], options, cancellationToken);
        }

        List<LatentClassCandidate> candidates = [];
        ClassOptimum? best = null;
        double lowest = double.PositiveInfinity;
        int worse = 0;
        for (int count = 1; count <= Math.Min(options.MaxClasses, patterns.Count) && worse < 2; count++)
        {
            if (count > 1 && ClassFigures.DegreesOfFreedom(patterns, count) < 0)
                break;
            ClassOptimum found = search.Find(count);
            LatentClassCandidate candidate = Candidate(found);
            candidates.Add(candidate);
            worse = candidate.Bic < lowest ? 0 : worse + 1;
            if (worse == 0)
                (best, lowest) = (found, candidate.Bic);
        }

        return Result(answers, covariates, patterns, search, best!, candidates, options, cancellationToken);
    }

    private static LatentClassCandidate Candidate(ClassOptimum found)
    {
        AnswerPatterns patterns = found.Parameters.Patterns;
        int classes = found.Parameters.Classes;
        int p = ClassFigures.Parameters(patterns, classes);
        return new LatentClassCandidate
        {
            Classes = classes,
            LogLikelihood = found.LogLikelihood,
            Parameters = p,
            Aic = (2 * p) - (2 * found.LogLikelihood),
            Bic = (p * Math.Log(patterns.Total)) - (2 * found.LogLikelihood),
            EntropyRSquared = ClassFigures.Of(found).EntropyRSquared,
            DegreesOfFreedom = ClassFigures.DegreesOfFreedom(patterns, classes),
            Reached = found.Optima[0].Reached,
            Starts = found.Starts,
        };
    }

    private static LatentClassFit Result(
        CategoryTable answers, NumericTable? covariates, AnswerPatterns patterns, ClassSearch search, ClassOptimum best, IReadOnlyList<LatentClassCandidate> candidates, LatentClassOptions options, CancellationToken cancellationToken)
    {
        ClassParameters top = best.Parameters;
        int classes = top.Classes;
        ClassErrors? errors = search.IsSmall(classes) ? ClassErrors.Of(best, options.Workers ?? Partitions.Workers, cancellationToken) : null;
        (double entropy, double? g, double? chi) = ClassFigures.Of(best);
        LatentClassCandidate figures = Candidate(best);
        LatentClassModel model = new(answers.Items, ClassShares.Of(top), Probabilities(top), covariates?.Names, covariates is null ? null : Coefficients(top));
        LatentClassReport report = new()
        {
            Respondents = patterns.Total,
            Patterns = patterns.Count,
            LogLikelihood = best.LogLikelihood,
            Parameters = figures.Parameters,
            DegreesOfFreedom = figures.DegreesOfFreedom,
            Aic = figures.Aic,
            Bic = figures.Bic,
            EntropyRSquared = entropy,
            GSquared = g,
            ChiSquared = chi,
            Starts = best.Starts,
            Optima = best.Optima,
            Iterations = best.Passes,
            Converged = best.Converged,
            Gradient = best.Slope,
            Identified = figures.DegreesOfFreedom < 0 ? false : errors?.Identified,
            ShareErrors = errors?.Shares ?? [],
            ProbabilityErrors = [.. (errors?.Deviations ?? []).Select(ofClass => (IReadOnlyList<IReadOnlyList<double?>>)[.. ofClass.Select(ofItem => (IReadOnlyList<double?>)[.. ofItem.Select(error => double.IsNaN(error) ? (double?)null : error)])])],
            CoefficientErrors = [.. (errors?.Coefficients ?? []).Select(row => (IReadOnlyList<double>)row)],
            Candidates = candidates,
        };
        return new LatentClassFit { Model = model, Report = report with { Warnings = LatentClassWarnings.Of(report, model, best, options) } };
    }

    private static double[][][] Probabilities(ClassParameters top) => Enumerable.Range(0, top.Classes)
        .Select(@class => top.Patterns.Categories.Select((count, item) => Enumerable.Range(0, count).Select(category => Math.Min(1, Math.Exp(top.LogProbability(@class, item, category)))).ToArray()).ToArray()).ToArray();

    /// <summary>From standardised covariates to the covariates as they are.</summary>
    private static double[][] Coefficients(ClassParameters top)
    {
        AnswerPatterns patterns = top.Patterns;
        double[][] rows = new double[top.Classes][];
        for (int @class = 0; @class < rows.Length; @class++)
        {
            rows[@class] = new double[patterns.Width];
            if (@class == 0)
                continue;
            int from = (@class - 1) * patterns.Width;
            rows[@class][0] = top.Values[from];
            for (int j = 1; j < patterns.Width; j++)
            {
                rows[@class][j] = top.Values[from + j] / patterns.Scales[j - 1];
                rows[@class][0] -= rows[@class][j] * patterns.Means[j - 1];
            }
        }

        return rows;
    }
}
