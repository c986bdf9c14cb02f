using CustomerValue.Customers;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>
/// Samples Pareto/GGG: a customer's gaps are Gamma(k, kλ), so that k tells how regularly and λ how often the customer buys, until leaving at a rate μ;
/// k ~ Gamma(t, γ), λ ~ Gamma(r, α), μ ~ Gamma(s, β). Defaults: 4 chains, each of 1000 sweeps of burn-in and 500 draws, 4 sweeps a draw.
/// Source: Platzer &amp; Reutterer (2016), "Ticking Away the Moments: Timing Regularity Helps to Better Predict Customer Activity", Marketing Science 35(5).
/// </summary>
public sealed class ParetoGggEstimator : IPurchaseModelEstimator
{
    /// <summary>The model keeps so many draws: their mean is as good as that of all.</summary>
    private const int DrawsOfModel = 200;

    /// <summary>A customer's own step, its new μ, and one each for scale and spread of two populations.</summary>
    private const int EvaluationsOfSweep = 6;

    /// <inheritdoc/>
    public string Name => "pareto-ggg";

    /// <summary>The priors of the parameters.</summary>
    public GggPriors Priors { get; init; } = new();

    /// <summary>At most so many threads; what is drawn doesn't depend on it.</summary>
    internal int Workers { get; init; } = Partitions.Workers;

    /// <inheritdoc/>
    /// <remarks>All columns need <see cref="SummaryColumns.LogGaps"/>. Weights are refused: every row is one customer. <see cref="Sample"/> gives the customers too.</remarks>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        (PosteriorDraws draws, _, SamplingPlan plan) = Run(columns, null, options ?? new FitOptions(), cancellationToken);
        return new FitResult<PurchaseModel> { Model = Model(draws, columns.Unit), Report = Report(columns, draws, plan) };
    }

    /// <summary>Samples the population and every customer.</summary>
    /// <param name="columns">At least one customer, all with <see cref="SummaryColumns.LogGaps"/>.</param>
    /// <param name="horizons">For which purchases to come are forecast, finite and ≥ 0, in the columns' unit; may be empty.</param>
    /// <param name="options">How; <see cref="FitOptions.Sampling"/> says how long. Null for the defaults. No penalizer, no weights.</param>
    /// <param name="cancellationToken">Stops the sampling.</param>
    /// <exception cref="DataRejectedException">No customers, a customer without the sum of log gaps, or options out of range.</exception>
    public PosteriorFit Sample(SummaryColumns columns, IReadOnlyList<double> horizons, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        double[] checkedHorizons = SampleCheck.Horizons(horizons);
        (PosteriorDraws draws, CustomerMoments[] moments, SamplingPlan plan) = Run(columns, checkedHorizons, options ?? new FitOptions(), cancellationToken);
        return new PosteriorFit
        {
            Model = Model(draws, columns.Unit),
            Report = Report(columns, draws, plan),
            Customers = new CustomerPosteriors([.. Enumerable.Range(0, columns.Count)], checkedHorizons, moments),
        };
    }

    private static ParetoGggModel Model(PosteriorDraws draws, TimeUnit unit) => new(draws.Means, draws.Thinned(DrawsOfModel), unit);

    private FitReport Report(SummaryColumns columns, PosteriorDraws draws, SamplingPlan plan)
    {
        ParetoGggModel atMeans = new(draws.Means, [], columns.Unit);
        double logLikelihood = Enumerable.Range(0, columns.Count).Sum(row => atMeans.LogLikelihood(columns[row]));
        return PosteriorReports.Of(Name, draws, plan, columns.Count, columns.Count, logLikelihood, plan.Chains * plan.SweepsOfChain * EvaluationsOfSweep);
    }

    internal (PosteriorDraws Draws, CustomerMoments[] Customers, SamplingPlan Plan) Run(SummaryColumns columns, double[]? horizons, FitOptions options, CancellationToken cancellationToken)
    {
        SampleCheck.Rows(columns, options);
        LogGapCheck.Check(columns);
        for (int row = 0; row < columns.Count; row++)
        {
            if (columns.LogGaps.IsEmpty || double.IsNaN(columns.LogGaps[row]))
                throw new DataRejectedException(new DataProblem { Row = row, Field = "logGaps", Message = "is unknown, but this model needs the sum of the logs of the gaps between purchases; let summarize write it with --details, or build the summaries from purchases." });
        }

        SamplingOptions sampling = options.Sampling ?? new SamplingOptions();
        SamplingPlan plan = SamplingPlan.Of(sampling, burnIn: 1000, draws: 500, thinning: 4, Workers);
        (PosteriorDraws draws, CustomerMoments[] moments) = GibbsChains.Run(
            ParetoGggModel.Names, (ref RandomStream random) => new GggChain(columns, Priors, ref random), columns.Count, horizons, plan, sampling.Progress, cancellationToken);
        return (draws, moments, plan);
    }
}
