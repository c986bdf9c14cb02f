using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>
/// Several models on the same customers: each is fitted on what was known at an origin and judged by what came after. A model
/// without a finite optimum is reported with its reason, and the others go on.
/// </summary>
public sealed record ModelComparison
{
    private const int Tenths = 10;
    private const double LeastProbability = 1e-300;

    /// <summary>The origins, as given.</summary>
    public required IReadOnlyList<ForecastOrigin> Origins { get; init; }

    /// <summary>The models, in the order given.</summary>
    public required IReadOnlyList<ModelEvaluation> Models { get; init; }

    /// <summary>The benchmark that every model must beat at each origin: each customer goes on at the rate x/T.</summary>
    public required IReadOnlyList<HoldoutAccuracy> Naive { get; init; }

    /// <summary>
    /// Which model to take: MBG/NBD, unless another is clearly better by a paired comparison of the same customers
    /// (<see cref="PairedComparison.IsClearlyBetter"/>); of several, the one with the highest log score.
    /// </summary>
    public required Recommendation Recommendation { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="estimators">At least one, each of another name.</param>
    /// <param name="origins">At least one, all in one unit.</param>
    /// <param name="options">How to fit; no weights and no start, for they belong to one set of columns. Null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">No estimators or origins, names given twice, weights or a start, or a holdout of other customers.</exception>
    public static ModelComparison Of(IReadOnlyList<IPurchaseModelEstimator> estimators, IReadOnlyList<ForecastOrigin> origins, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(estimators, origins, options);
        HoldoutAccuracy[] naive = [.. origins.Select(origin => HoldoutEvaluation.Naive(origin.Calibration, origin.Holdout))];
        ModelTrial[] trials = new ModelTrial[estimators.Count * origins.Count];
        double[]?[] scores = new double[]?[trials.Length];
        Partitions.For(
            trials.Length,
            Partitions.Workers,
            (_, part) => (trials[part], scores[part]) = Try(estimators[part / origins.Count], origins[part % origins.Count], options, cancellationToken),
            cancellationToken);
        ModelEvaluation[] models = [.. estimators.Select((estimator, i) => new ModelEvaluation
        {
            Model = estimator.Name,
            Trials = [.. trials.Skip(i * origins.Count).Take(origins.Count)],
            CustomerScores = [.. scores.Skip(i * origins.Count).Take(origins.Count)],
        })];
        return new() { Origins = origins, Models = models, Naive = naive, Recommendation = Recommend.From(models, origins) };
    }

    private static (ModelTrial, double[]?) Try(IPurchaseModelEstimator estimator, ForecastOrigin origin, FitOptions? options, CancellationToken cancellationToken)
    {
        FitResult<PurchaseModel> fit;
        try
        {
            fit = estimator.Fit(origin.Calibration, options, cancellationToken);
        }
        catch (DataRejectedException refused)
        {
            return (new() { Failure = new($"The model refuses these data: {refused.Message}", $"该模型不接受这些数据：{refused.Message}") }, null);
        }

        if (!fit.Report.Converged)
            return (new() { Fit = fit.Report, Failure = fit.Report.Reason ?? new("The fit did not converge.", "拟合未收敛。") }, null);
        (SummaryColumns calibration, HoldoutColumns holdout) = (origin.Calibration, origin.Holdout);
        double[] mean = new double[calibration.Count];
        fit.Model.ExpectedPurchases(calibration, holdout.Length, mean);
        double[] scores = new double[calibration.Count];
        fit.Model.ProbabilitiesOfPurchases(calibration, holdout.Frequency, holdout.Length, scores);
        for (int row = 0; row < scores.Length; row++)
            scores[row] = Math.Log(Math.Max(LeastProbability, scores[row]));
        return (new()
        {
            Fit = fit.Report,
            Model = fit.Model,
            Accuracy = HoldoutEvaluation.Evaluate(fit.Model, calibration, holdout, mean),
            LogScore = scores.Average(),
            Deciles = HoldoutCalibration.ByForecast(mean, holdout, Tenths),
        }, scores);
    }

    private static void Check(IReadOnlyList<IPurchaseModelEstimator> estimators, IReadOnlyList<ForecastOrigin> origins, FitOptions? options)
    {
        if (estimators is null)
            throw new ArgumentNullException(nameof(estimators));
        if (origins is null)
            throw new ArgumentNullException(nameof(origins));
        List<DataProblem> problems = [];
        if (estimators.Count == 0)
            problems.Add(new DataProblem { Field = nameof(estimators), Message = "There is no model to compare; give at least one." });
        if (origins.Count == 0)
            problems.Add(new DataProblem { Field = nameof(origins), Message = "There is no origin to forecast from; give at least one." });
        foreach (string name in estimators.GroupBy(estimator => estimator.Name).Where(group => group.Count() > 1).Select(group => group.Key))
            problems.Add(new DataProblem { Field = nameof(estimators), Value = name, Message = "is given twice; keep one." });
        if (options is { Weights: not null } or { Start: not null })
            problems.Add(new DataProblem { Field = nameof(options), Message = "have weights or a start, which belong to one model and one set of columns; leave them out." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
    }
}
