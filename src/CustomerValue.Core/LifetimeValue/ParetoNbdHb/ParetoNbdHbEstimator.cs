using CustomerValue.Customers;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// Samples the posterior of Pareto/NBD's parameters and of every customer's rates. The customers' unknowns are integrated out while the
/// parameters are drawn, so that the chains mix within a few sweeps; then every customer is drawn from the exact conditional distribution.
/// Defaults: 4 chains, each of 500 sweeps of burn-in and 1000 draws. Source of the model: Ma &amp; Liu (2007), "An MCMC approach for the Pareto/NBD model".
/// </summary>
public sealed class ParetoNbdHbEstimator : IPurchaseModelEstimator
{
    /// <summary>The model keeps so many draws: their mean is as good as that of all, and scoring costs as much as there are.</summary>
    private const int DrawsOfModel = 200;

    /// <summary>Of the fit that the chains start from; a good one takes eight.</summary>
    private const int FewIterations = 20;

    /// <summary>Histories that a worker takes at once.</summary>
    private const int Block = 64;

    /// <inheritdoc/>
    public string Name => "pareto-nbd-hb";

    /// <summary>The priors of the parameters.</summary>
    public ParetoNbdPriors Priors { get; init; } = new();

    /// <summary>At most so many threads; what is drawn doesn't depend on it.</summary>
    internal int Workers { get; init; } = Partitions.Workers;

    /// <inheritdoc/>
    /// <remarks>Samples the population alone; <see cref="Sample"/> gives the customers too.</remarks>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        (ParetoNbdHbModel model, FitReport report, _) = SamplePopulation(columns, options ?? new FitOptions(), 1, cancellationToken);
        return new FitResult<PurchaseModel> { Model = model, Report = report };
    }

    /// <summary>Samples the population and every customer.</summary>
    /// <param name="columns">At least one customer.</param>
    /// <param name="horizons">For which purchases to come are forecast, finite and ≥ 0, in the columns' unit; may be empty.</param>
    /// <param name="options">How; <see cref="FitOptions.Sampling"/> says how long. Null for the defaults. The penalizer must be 0.</param>
    /// <param name="cancellationToken">Stops the sampling.</param>
    /// <exception cref="DataRejectedException">No customers, or options out of range.</exception>
    public PosteriorFit Sample(SummaryColumns columns, IReadOnlyList<double> horizons, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FitOptions();
        double[] checkedHorizons = SampleCheck.Horizons(horizons);
        (ParetoNbdHbModel model, FitReport report, PosteriorDraws draws) = SamplePopulation(columns, options, 0.5, cancellationToken);
        RowsByHistory rows = RowsByHistory.Of(columns);
        CustomerMoments[] moments = new CustomerMoments[rows.First.Length];
        CustomerPass?[] passes = new CustomerPass?[Workers];
        long seed = (options.Sampling ?? new SamplingOptions()).Seed;
        int blocks = (moments.Length + Block - 1) / Block;
        int done = 0;
        Partitions.For(blocks, Workers, (worker, block) =>
        {
            CustomerPass pass = passes[worker] ??= new CustomerPass(draws.All, checkedHorizons, seed);
            for (int i = block * Block; i < Math.Min(moments.Length, (block + 1) * Block); i++)
            {
                PurchaseSummary customer = columns[rows.First[i]];
                moments[i] = pass.Of(customer.Frequency, customer.Recency, customer.Age, i);
            }

            options.Sampling?.Progress?.Report(0.5 + (0.5 * Interlocked.Increment(ref done) / blocks));
        }, cancellationToken);
        return new PosteriorFit { Model = model, Report = report, Customers = new CustomerPosteriors(rows.HistoryOfRow, checkedHorizons, moments) };
    }

    private (ParetoNbdHbModel Model, FitReport Report, PosteriorDraws Draws) SamplePopulation(SummaryColumns columns, FitOptions options, double partOfWork, CancellationToken cancellationToken)
    {
        SampleCheck.Options(options);
        // Where the likelihood has its maximum is where the chains start around; it checks the columns and the options, too.
        FitReport start = new ParetoNbdEstimator().Fit(columns, options with { MaxIterations = Math.Min(options.MaxIterations, FewIterations) }, cancellationToken).Report;
        SamplingOptions sampling = options.Sampling ?? new SamplingOptions();
        SamplingPlan plan = SamplingPlan.Of(sampling, burnIn: 500, draws: 1000, thinning: 1, Workers);
        DistinctHistories histories = DistinctHistories.Of(columns, options.Weights?.ToArray());
        PartOfProgress? progress = sampling.Progress is { } told ? new PartOfProgress(told, partOfWork) : null;
        ParetoNbdPosterior posterior = new(histories, Priors);
        PosteriorDraws draws = MetropolisChains.Run(ParetoNbdHbModel.Names, posterior, Guess(start, posterior, histories.Age.Average()), plan, progress, cancellationToken);
        ParetoNbdHbModel model = new(draws.Means, draws.Thinned(DrawsOfModel), columns.Unit);
        ParetoNbdModel atMeans = new(draws.Means[0], draws.Means[1], draws.Means[2], draws.Means[3], columns.Unit);
        double logLikelihood = Enumerable.Range(0, histories.Count).Sum(i => histories.Weight[i] * atMeans.LogLikelihood(new(histories.Frequency[i], histories.Recency[i], histories.Age[i])));
        int evaluations = plan.Chains * ((2 * plan.BurnIn) + (3 * plan.Draws * plan.Thinning));
        return (model, PosteriorReports.Of(Name, draws, plan, start.Customers, histories.Count, logLikelihood, evaluations), draws);
    }

    /// <summary>The maximum, or where there is none a population of customers who buy and leave at about the pace of their ages, and a guess of the widths.</summary>
    private static LearntShape Guess(FitReport start, ParetoNbdPosterior posterior, double meanAge)
    {
        double[] theta = start.Converged ? [.. start.Parameters.Select(parameter => parameter.Value)] : [0.7, 0.5 * meanAge, 0.7, 0.5 * meanAge];
        double width = start.Converged ? 2 / Math.Sqrt(start.Customers) : 0.5;
        double square = Math.Min(0.25, width * width);
        double[,] covariance = new double[,] { { Math.Min(0.5, 25 * square), 0, 0, 0 }, { 0, square, 0, 0 }, { 0, 0, square, 0 }, { 0, 0, 0, square } };
        return new LearntShape(posterior.Point(theta[0], theta[1], theta[2], theta[3]), covariance);
    }
}
