using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>
/// Samples Abe's model: (ln λ, ln μ) of every customer is normal around what the customer's covariates say, and the two may be correlated.
/// Defaults: 4 chains, each of 1000 sweeps of burn-in and 1000 draws, 4 sweeps a draw.
/// Source: Abe (2009), "Counting Your Customers One by One: A Hierarchical Bayes Extension to the Pareto/NBD Model", Marketing Science 28(3).
/// </summary>
public sealed class ParetoNbdAbeEstimator : IPurchaseModelEstimator
{
    private const int DrawsOfModel = 200;

    /// <inheritdoc/>
    public string Name => "pareto-nbd-abe";

    /// <summary>The priors of coefficients and covariance.</summary>
    public AbePriors Priors { get; init; } = new();

    /// <summary>At most so many threads; what is drawn doesn't depend on it.</summary>
    internal int Workers { get; init; } = Partitions.Workers;

    /// <inheritdoc/>
    /// <remarks>Without covariates; <see cref="Sample"/> takes them. Weights are refused: every row is one customer.</remarks>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        (FitReport report, PosteriorDraws draws, _) = Run(columns, [], null, options ?? new FitOptions(), cancellationToken);
        return new FitResult<PurchaseModel> { Model = new ParetoNbdAbeModel(draws.Means, draws.Thinned(DrawsOfModel), columns.Unit), Report = report };
    }

    /// <summary>Samples the population and every customer.</summary>
    /// <param name="columns">At least one customer.</param>
    /// <param name="covariates">What is known of them beside their purchases; may be empty.</param>
    /// <param name="horizons">For which purchases to come are forecast, finite and ≥ 0, in the columns' unit; may be empty.</param>
    /// <param name="options">How; <see cref="FitOptions.Sampling"/> says how long. Null for the defaults. No penalizer, no weights.</param>
    /// <param name="cancellationToken">Stops the sampling.</param>
    /// <exception cref="DataRejectedException">No customers, covariates that don't fit them, or options out of range.</exception>
    public PosteriorFit Sample(SummaryColumns columns, IReadOnlyList<NamedCovariate> covariates, IReadOnlyList<double> horizons, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (covariates is null)
            throw new ArgumentNullException(nameof(covariates));
        double[] checkedHorizons = SampleCheck.Horizons(horizons);
        (FitReport report, PosteriorDraws draws, CustomerMoments[] moments) = Run(columns, covariates, checkedHorizons, options ?? new FitOptions(), cancellationToken);
        double[] typical = [1, .. covariates.Select(covariate => covariate.Values.Average())];
        ParetoNbdAbeModel model = new(Of(draws.Means, typical), draws.Thinned(DrawsOfModel).Select(draw => Of(draw, typical)).ToArray(), columns.Unit);
        return new PosteriorFit { Model = model, Report = report, Customers = new CustomerPosteriors([.. Enumerable.Range(0, columns.Count)], checkedHorizons, moments) };
    }

    /// <summary>The parameters of customers with these covariates.</summary>
    private static double[] Of(double[] draw, double[] covariates)
    {
        double lambda = covariates.Select((x, i) => x * draw[2 * i]).Sum();
        double mu = covariates.Select((x, i) => x * draw[(2 * i) + 1]).Sum();
        return [lambda, mu, draw[draw.Length - 3], draw[draw.Length - 2], draw[draw.Length - 1]];
    }

    internal (FitReport Report, PosteriorDraws Draws, CustomerMoments[] Customers) Run(
        SummaryColumns columns, IReadOnlyList<NamedCovariate> covariates, double[]? horizons, FitOptions options, CancellationToken cancellationToken)
    {
        SampleCheck.Rows(columns, options);
        Check(columns, covariates);
        SamplingOptions sampling = options.Sampling ?? new SamplingOptions();
        SamplingPlan plan = SamplingPlan.Of(sampling, burnIn: 1000, draws: 1000, thinning: 4, Workers);
        AbeCustomers customers = new(columns, covariates);
        string[] names =
        [
            "log_lambda", "log_mu",
            .. covariates.SelectMany(covariate => new[] { $"log_lambda:{covariate.Name}", $"log_mu:{covariate.Name}" }),
            "var_log_lambda", "cov_log_lambda_log_mu", "var_log_mu",
        ];
        (PosteriorDraws draws, CustomerMoments[] moments) = GibbsChains.Run(
            names, (ref RandomStream random) => new AbeChain(customers, Priors, ref random), columns.Count, horizons, plan, sampling.Progress, cancellationToken);
        // Every sweep asks for each customer's likelihood twice, and once more for each coefficient and both stretches.
        int evaluations = plan.Chains * plan.SweepsOfChain * (4 + (2 * customers.Design.Length));
        return (PosteriorReports.Of(Name, draws, plan, columns.Count, columns.Count, customers.LogLikelihood(draws.Means), evaluations), draws, moments);
    }

    private static void Check(SummaryColumns columns, IReadOnlyList<NamedCovariate> covariates)
    {
        List<DataProblem> problems = [];
        foreach (NamedCovariate covariate in covariates)
        {
            if (string.IsNullOrWhiteSpace(covariate.Name) || covariates.Count(other => other.Name == covariate.Name) > 1)
                problems.Add(new DataProblem { Field = nameof(NamedCovariate.Name), Value = covariate.Name, Message = "is empty or given twice; every covariate needs a name of its own." });
            if (covariate.Values.Count != columns.Count)
                problems.Add(new DataProblem { Field = covariate.Name, Value = covariate.Values.Count.ToString(CultureInfo.InvariantCulture), Message = $"values for {columns.Count} customers; give one a customer." });
            int bad = covariate.Values.ToList().FindIndex(value => double.IsNaN(value) || double.IsInfinity(value));
            if (bad >= 0)
                problems.Add(new DataProblem { Row = bad, Field = covariate.Name, Value = covariate.Values[bad].ToString(CultureInfo.InvariantCulture), Message = "is not a finite number." });
        }

        if (problems.Count > 0)
            throw new DataRejectedException(problems);
    }
}
