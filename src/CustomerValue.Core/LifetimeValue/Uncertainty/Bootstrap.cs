using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>
/// The nonparametric bootstrap: as many customers as there are, drawn with replacement, again and again. A draw is a weight on each
/// distinct history, so no row is copied; each replicate starts from the fit of all. Replicates have random sources of their own and
/// so are the same for any number of threads. Source: Efron &amp; Tibshirani (1993), chapter 13 (percentile intervals).
/// </summary>
public static class Bootstrap
{
    /// <summary>Bootstraps a model of purchases.</summary>
    /// <param name="estimator">The model; it must fit what the columns say and nothing else.</param>
    /// <param name="columns">At least one customer.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the part done, in [0, 1]; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options out of range, or what the estimator refuses.</exception>
    public static BootstrapResult<PurchaseModel> Run(IPurchaseModelEstimator estimator, SummaryColumns columns, BootstrapOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (estimator is null)
            throw new ArgumentNullException(nameof(estimator));
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        (SummaryColumns distinct, int[] rowOf) = DistinctRows.Of(columns);
        return Run(rowOf, distinct.Count, (fit, cancellation) => estimator.Fit(distinct, fit, cancellation), options, progress, cancellationToken);
    }

    /// <summary>Bootstraps a model of spend.</summary>
    /// <param name="estimator">The model.</param>
    /// <param name="columns">Columns with spend.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the part done, in [0, 1]; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options out of range, or what the estimator refuses.</exception>
    public static BootstrapResult<SpendModel> Run(ISpendModelEstimator estimator, SummaryColumns columns, BootstrapOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (estimator is null)
            throw new ArgumentNullException(nameof(estimator));
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        return Run(columns.Count, (fit, cancellation) => estimator.Fit(columns, fit, cancellation), options, progress, cancellationToken);
    }

    /// <summary>Bootstraps any fit that takes weights, such as one with covariates.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="rows">Rows of what is fitted: a customer each.</param>
    /// <param name="fit">Fits with options whose weights have a value a row. Called from several threads.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the part done, in [0, 1]; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options out of range, or what the fit refuses.</exception>
    public static BootstrapResult<TModel> Run<TModel>(int rows, Func<FitOptions, CancellationToken, FitResult<TModel>> fit, BootstrapOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (fit is null)
            throw new ArgumentNullException(nameof(fit));
        if (rows < 1)
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "There is at least one row to draw from.");
        return Run([.. Enumerable.Range(0, rows)], rows, fit, options, progress, cancellationToken);
    }

    private static BootstrapResult<TModel> Run<TModel>(int[] rowOf, int rows, Func<FitOptions, CancellationToken, FitResult<TModel>> fit, BootstrapOptions? options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        options ??= new BootstrapOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        FitOptions how = options.Fit ?? new FitOptions();
        double[] all = new double[rows];
        foreach (int row in rowOf)
            all[row]++;
        FitResult<TModel> original = fit(how with { Weights = all }, cancellationToken);
        how = how with { Start = original.Report.Converged ? original.Report.Parameters : null };

        FitResult<TModel>?[] fits = new FitResult<TModel>?[options.Replicates];
        LocalizedText?[] reasons = new LocalizedText?[options.Replicates];
        int done = 0;
        Partitions.For(
            options.Replicates,
            options.Workers,
            (_, replicate) =>
            {
                (fits[replicate], reasons[replicate]) = Try(fit, how with { Weights = Draw(rowOf, rows, options.Seed, replicate) }, cancellationToken);
                progress?.Report(Interlocked.Increment(ref done) / (double)options.Replicates);
            },
            cancellationToken);

        FitResult<TModel>[] converged = [.. fits.OfType<FitResult<TModel>>()];
        return new()
        {
            Fit = original,
            Replicates = options.Replicates,
            WithoutOptimum = options.Replicates - converged.Length,
            Reasons = [.. reasons.OfType<LocalizedText>().GroupBy(reason => reason).OrderByDescending(group => group.Count()).Select(group => group.Key)],
            Models = [.. converged.Select(result => result.Model)],
            Parameters = converged.Length < 2 ? [] : [.. original.Report.Parameters.Select((parameter, i) => Interval(parameter, [.. converged.Select(result => result.Report.Parameters[i].Value)], options.Level))],
        };
    }

    private static (FitResult<TModel>? Fit, LocalizedText? Reason) Try<TModel>(Func<FitOptions, CancellationToken, FitResult<TModel>> fit, FitOptions options, CancellationToken cancellationToken)
    {
        try
        {
            FitResult<TModel> result = fit(options, cancellationToken);
            return result.Report.Converged ? (result, null) : (null, result.Report.Reason ?? new("The fit did not converge.", "拟合未收敛。"));
        }
        catch (DataRejectedException refused)
        {
            // A draw may leave nothing to fit on, such as no customer who came back.
            return (null, new(refused.Message, refused.Message));
        }
    }

    /// <summary>How often each row is drawn: multinomial, by drawing as many customers as there are.</summary>
    private static double[] Draw(int[] rowOf, int rows, int seed, int replicate)
    {
        Random random = new(Mix(seed, replicate));
        double[] weights = new double[rows];
        for (int i = 0; i < rowOf.Length; i++)
            weights[rowOf[random.Next(rowOf.Length)]]++;
        return weights;
    }

    /// <summary>Seeds that have nothing to do with each other for neighbouring replicates and seeds.</summary>
    private static int Mix(int seed, int replicate)
    {
        ulong mixed = ((ulong)(uint)seed << 32) + (uint)replicate + 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (int)(mixed >> 33);
    }

    private static ParameterInterval Interval(ModelParameter parameter, double[] draws, double level)
    {
        double mean = draws.Average();
        double error = Math.Sqrt(draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Length - 1));
        (double low, double high) = Levels.Percentiles(draws, level);
        return new() { Name = parameter.Name, Value = new(parameter.Value, error, low, high) };
    }
}
