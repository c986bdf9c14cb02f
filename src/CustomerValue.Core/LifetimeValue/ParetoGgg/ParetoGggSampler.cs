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
public sealed class ParetoGggSampler
{
    /// <summary>Over so many customers the likelihood of the report is a mean.</summary>
    private const int Population = 500;

    private static readonly string[] Names = ["t", "gamma", "r", "alpha", "s", "beta"];

    /// <summary>The priors of the parameters.</summary>
    public GggPriors Priors { get; init; } = new();

    /// <summary>At most so many threads; what is drawn doesn't depend on it.</summary>
    internal int Workers { get; init; } = Partitions.Workers;

    /// <summary>Samples the population and every customer.</summary>
    /// <param name="columns">At least one customer, all with <see cref="SummaryColumns.LogGaps"/>.</param>
    /// <param name="horizons">For which purchases to come are forecast, finite and ≥ 0, in the columns' unit; may be empty.</param>
    /// <param name="options">How; <see cref="FitOptions.Sampling"/> says how long. Null for the defaults. No penalizer, no weights.</param>
    /// <param name="cancellationToken">Stops the sampling.</param>
    /// <exception cref="DataRejectedException">No customers, a customer without the sum of log gaps, or options out of range.</exception>
    public GggFit Sample(SummaryColumns columns, IReadOnlyList<double> horizons, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        double[] checkedHorizons = SampleCheck.Horizons(horizons);
        (PosteriorDraws draws, CustomerMoments[] moments, SamplingPlan plan) = Run(columns, checkedHorizons, options ?? new FitOptions(), cancellationToken);
        int evaluations = plan.Chains * plan.SweepsOfChain * (1 + (Names.Length / 2));
        return new GggFit
        {
            Report = PosteriorReports.Of("pareto-ggg", draws, plan, columns.Count, columns.Count, LogLikelihood(columns, draws.Means), evaluations),
            Customers = new CustomerPosteriors([.. Enumerable.Range(0, columns.Count)], checkedHorizons, moments),
        };
    }

    internal (PosteriorDraws Draws, CustomerMoments[] Customers, SamplingPlan Plan) Run(SummaryColumns columns, double[]? horizons, FitOptions options, CancellationToken cancellationToken)
    {
        SampleCheck.Rows(columns, options);
        for (int row = 0; row < columns.Count; row++)
        {
            if (columns.LogGaps.IsEmpty || double.IsNaN(columns.LogGaps[row]))
                throw new DataRejectedException(new DataProblem { Row = row, Field = "logGaps", Message = "is unknown, but this model needs the sum of the logs of the gaps between purchases; let summarize write it with --details, or build the summaries from purchases." });
        }

        SamplingOptions sampling = options.Sampling ?? new SamplingOptions();
        SamplingPlan plan = SamplingPlan.Of(sampling, burnIn: 1000, draws: 500, thinning: 4, Workers);
        (PosteriorDraws draws, CustomerMoments[] moments) = GibbsChains.Run(
            Names, (ref RandomStream random) => new GggChain(columns, Priors, ref random), columns.Count, horizons, plan, sampling.Progress, cancellationToken);
        return (draws, moments, plan);
    }

    /// <summary>Of all histories under these parameters, as a mean over customers drawn from them with a seed that is always the same.</summary>
    private static double LogLikelihood(SummaryColumns columns, double[] parameters)
    {
        RandomStream random = new(0, 0, 0, 0);
        (double K, double Lambda, double Mu)[] population = new (double, double, double)[Population];
        for (int i = 0; i < Population; i++)
        {
            double Draw(int which) => Math.Max(1e-100, Math.Exp(random.LogGamma(parameters[2 * which])) / parameters[(2 * which) + 1]);
            population[i] = (Draw(0), Draw(1), Draw(2));
        }

        double total = 0;
        for (int row = 0; row < columns.Count; row++)
        {
            double largest = double.NegativeInfinity;
            double sum = 0;
            foreach ((double k, double lambda, double mu) in population)
            {
                double value = RegularBuyer.LogChance(k, lambda, mu, columns.Frequency[row], columns.LogGaps[row], columns.Recency[row], columns.Age[row] - columns.Recency[row]);
                sum = value <= largest ? sum + Math.Exp(value - largest) : 1 + (sum * Math.Exp(largest - value));
                largest = Math.Max(largest, value);
            }

            total += largest + Math.Log(sum / Population);
        }

        return total;
    }
}
