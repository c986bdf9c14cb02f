using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>
/// Fits Gaussian mixtures by maximum likelihood: expectation and maximization in one pass over the rows, in logarithms throughout. The same
/// result for any number of threads. Memory does not grow with rows × components.
/// </summary>
public static class GaussianMixtureEstimator
{
    /// <summary>A start that shall be compared with others runs so far: the gains of an iteration are then mostly made.</summary>
    private const double Rough = 1e-4;

    private const int RoughIterations = 50;

    /// <summary>Drawn centres are moved so often as k-means does, columns measured in their standard deviations.</summary>
    private const int KMeansSteps = 6;

    /// <summary>Fits a mixture.</summary>
    /// <param name="table">The rows; 1 to 64 columns.</param>
    /// <param name="options">How; null for four components with covariances of their own.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options are invalid, the rows can't carry such a mixture, or every start collapsed; says why.</exception>
    public static GaussianMixtureModel Fit(NumericTable table, GaussianMixtureOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(table, default, options, cancellationToken);

    /// <summary>Fits a mixture to rows with weights: a row of weight 2 counts as two equal rows.</summary>
    /// <param name="table">The rows; 1 to 64 columns.</param>
    /// <param name="weights">One a row, finite and ≥ 0; empty where all are 1.</param>
    /// <param name="options">How; null for four components with covariances of their own.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options or weights are invalid, the rows can't carry such a mixture, or every start collapsed; says why.</exception>
    public static GaussianMixtureModel Fit(NumericTable table, ReadOnlyMemory<double> weights, GaussianMixtureOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(table, weights, options ?? new GaussianMixtureOptions(), Partitions.Workers, null, cancellationToken);

    /// <summary>Fits mixtures of several sizes and shapes, and says what each is worth.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="components">The numbers of components to try, each in [1, 1000].</param>
    /// <param name="covariances">The shapes to try; null for all four.</param>
    /// <param name="options">Everything else; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>All that was tried, the smallest BIC first; then those whose likelihood the regularization decides, which no BIC compares; last what could not be fitted.</returns>
    public static IReadOnlyList<MixtureCandidate> Choose(
        NumericTable table, IReadOnlyList<int> components, IReadOnlyList<CovarianceShape>? covariances = null, GaussianMixtureOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (components is null)
            throw new ArgumentNullException(nameof(components));
        covariances ??= [CovarianceShape.Spherical, CovarianceShape.Diagonal, CovarianceShape.Tied, CovarianceShape.Full];
        List<MixtureCandidate> tried = [];
        foreach (int count in components)
        {
            foreach (CovarianceShape shape in covariances)
            {
                GaussianMixtureOptions these = (options ?? new GaussianMixtureOptions()) with { Components = count, Covariance = shape };
                if (these.Validate() is { Count: > 0 } problems)
                    throw new DataRejectedException(problems);
                tried.Add(Try(table, these, cancellationToken));
            }
        }

        return [.. tried.OrderBy(candidate => candidate.Model is null ? 2 : candidate.Model.Report!.HeldComponents > 0 ? 1 : 0).ThenBy(candidate => candidate.Model?.Report!.Bic)];
    }

    /// <summary>The fit with so many threads, and with the mean log-likelihood after each iteration.</summary>
    internal static GaussianMixtureModel Fit(NumericTable table, ReadOnlyMemory<double> weights, GaussianMixtureOptions options, int workers, List<double>? course, CancellationToken cancellationToken)
    {
        MixtureInput.Check(table ?? throw new ArgumentNullException(nameof(table)), weights.Span, options);
        MixtureRows rows = new(table, weights, workers);
        bool matrices = options.Covariance is CovarianceShape.Tied or CovarianceShape.Full && table.Width > 1;
        (double[] _, double[] whole) = rows.Whole(!matrices, cancellationToken);
        double[] variances = [.. Enumerable.Range(0, table.Width).Select(j => whole[matrices ? (j * table.Width) + j : j])];
        MixtureInput.CheckSpread(table, options, whole, variances);
        double[] floors = options.Covariance == CovarianceShape.Spherical
            ? [.. Enumerable.Repeat(CovarianceFactor.Least * variances.Sum() / variances.Length, variances.Length)]
            : Array.ConvertAll(variances, variance => CovarianceFactor.Least * variance);

        List<MixtureFit> fits = [];
        int collapsed = 0;
        (int Component, int Column) how = (-1, -1);
        bool given = options.InitialLabels is not null || options.InitialMeans is not null;
        MixtureStart? start = given ? null : new MixtureStart(rows, variances, options.Components);
        // Starts are tried on the rows that they are drawn from: all, or of many rows a part.
        MixtureRows tried = start?.Rows(table, workers) ?? rows;
        foreach (MixtureSums hard in Starts(tried, start, options, variances, cancellationToken))
        {
            MixtureFit fit = new(tried, options, floors, hard);
            if (options.Starts > 1 && !given)
                fit.Run(Math.Max(Rough, options.Tolerance), Math.Min(RoughIterations, options.MaxIterations), cancellationToken);
            if (fit.Mixture is not null)
                fits.Add(fit);
            else
                (collapsed, how) = (collapsed + 1, fit.Collapse);
        }

        foreach (MixtureFit fit in fits.OrderByDescending(fit => fit.Course.Count == 0 ? 0 : fit.Course[fit.Course.Count - 1]))
        {
            fit.Take(rows);
            fit.Run(options.Tolerance, options.MaxIterations, cancellationToken);
            course?.AddRange(fit.Course);
            if (fit.Mixture is not null)
                return MixtureResult.Make(rows, options, fit, collapsed, cancellationToken);
            (collapsed, how) = (collapsed + 1, fit.Collapse);
        }

        throw new DataRejectedException(MixtureInput.AllCollapsed(table, options, collapsed, how));
    }

    private static MixtureCandidate Try(NumericTable table, GaussianMixtureOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return new MixtureCandidate { Components = options.Components, Covariance = options.Covariance, Model = Fit(table, options, cancellationToken) };
        }
        catch (DataRejectedException refused)
        {
            return new MixtureCandidate { Components = options.Components, Covariance = options.Covariance, Problem = refused.Message };
        }
    }

    /// <summary>Sums of each start, rows belonging to one component wholly.</summary>
    private static IEnumerable<MixtureSums> Starts(MixtureRows rows, MixtureStart? start, GaussianMixtureOptions options, double[] variances, CancellationToken cancellationToken)
    {
        bool diagonal = options.Covariance is CovarianceShape.Spherical or CovarianceShape.Diagonal || variances.Length == 1;
        // Each step stands around the means of the one before, so that nothing cancels.
        MixtureSums Sums(double[][] centres, int[]? labels, int steps)
        {
            MixtureSums sums = rows.HardPass(Around(centres, variances, diagonal), labels, cancellationToken);
            for (int step = 1; step < steps && Enumerable.Range(0, centres.Length).All(k => sums.Weight(k) > 0); step++)
                sums = rows.HardPass(Around([.. Enumerable.Range(0, centres.Length).Select(sums.Mean)], variances, diagonal), labels, cancellationToken);
            return sums;
        }

        if (options.InitialLabels is { } given)
        {
            yield return Sums([.. Enumerable.Repeat(rows.Whole(true, cancellationToken).Mean, options.Components)], [.. given], 2);
            yield break;
        }

        if (start is null)
        {
            yield return Sums([.. options.InitialMeans!.Select(mean => mean.ToArray())], null, 1);
            yield break;
        }

        if (start.Distinct < options.Components)
            throw new DataRejectedException(new DataProblem { Field = nameof(options.Components), Value = options.Components.ToString(CultureInfo.InvariantCulture), Message = $"components, but only {start.Distinct} distinct rows; give at most so many." });
        for (int draw = 0; draw < options.Starts; draw++)
            yield return Sums(start.Draw(options.Components, options.Seed, draw), null, KMeansSteps);
    }

    private static Components Around(double[][] centres, double[] variances, bool diagonal)
    {
        int width = variances.Length;
        double[] spreads = Array.ConvertAll(variances, variance => variance > 0 ? variance : 1);
        double[] one = diagonal ? spreads : new double[width * width];
        for (int j = 0; j < width && !diagonal; j++)
            one[(j * width) + j] = spreads[j];
        double[] weights = [.. Enumerable.Repeat(1.0 / centres.Length, centres.Length)];
        return Components.Make(weights, centres, [.. Enumerable.Repeat(one, centres.Length)], new double[width], out _)!;
    }
}
