using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ShiftedBetaGeometric;

/// <summary>Fits <see cref="ShiftedBetaGeometricModel"/> by maximum likelihood, to all contracts or cohort by cohort. Stateless and thread-safe.</summary>
public sealed class ShiftedBetaGeometricEstimator
{
    private static readonly string[] Names = ["alpha", "beta"];

    /// <summary>Logs of the parameters to start from; the later ones for customers who are alike, and for hardly any or very many who leave.</summary>
    private static readonly double[][] Starts = [[0, 1], [2, 3.5], [-2, 1], [1, -1]];

    /// <summary>The name of the model that is fitted: <c>sbg</c>.</summary>
    public string Name { get; } = "sbg";

    /// <summary>Fits one model to all contracts, whenever they started; customers who are still there count with what is known of them.</summary>
    /// <param name="columns">At least one contract.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and its report; a fit without a finite optimum is a result that says so, not an exception.</returns>
    /// <exception cref="DataRejectedException">No contracts, or options out of range.</exception>
    public FitResult<ShiftedBetaGeometricModel> Fit(ContractColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(columns, Checked(columns, options), null, cancellationToken);

    /// <summary>Fits one model to each cohort, by its name.</summary>
    /// <param name="columns">At least one contract, with cohorts.</param>
    /// <param name="options">How, the same for each; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fits.</param>
    /// <exception cref="DataRejectedException">No contracts or no cohorts, options out of range, or a cohort whose weights are all 0.</exception>
    public IReadOnlyDictionary<string, FitResult<ShiftedBetaGeometricModel>> FitByCohort(ContractColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        FitOptions how = Checked(columns, options);
        if (columns.Cohorts.IsEmpty)
            throw new DataRejectedException(new DataProblem { Field = "cohorts", Message = "are not in the columns; name every customer's cohort, or fit all together." });
        SortedDictionary<string, FitResult<ShiftedBetaGeometricModel>> fits = new(StringComparer.Ordinal);
        foreach (string cohort in columns.Cohorts)
        {
            if (!fits.ContainsKey(cohort))
                fits.Add(cohort, Fit(columns, how, cohort, cancellationToken));
        }

        return fits;
    }

    private FitResult<ShiftedBetaGeometricModel> Fit(ContractColumns columns, FitOptions options, string? cohort, CancellationToken cancellationToken)
    {
        ShiftedBetaGeometricLikelihood likelihood = new(columns, options.Weights, cohort, options.Penalizer);
        if (!(likelihood.Customers > 0))
            throw new DataRejectedException(new DataProblem { Field = nameof(FitOptions.Weights), Value = cohort, Message = "leave nobody to fit; at least one weight must be above 0." });
        List<double[]> starts = [.. Starts];
        if (options.Start is { } warm)
            starts.Insert(0, Names.Select(name => Math.Log(warm.First(parameter => parameter.Name == name).Value)).ToArray());
        LikelihoodFit fit = LikelihoodFit.Run(likelihood, likelihood.Customers, starts, options.MaxIterations, cancellationToken);
        likelihood.Evaluate(fit.Maximum.X, new double[2], new double[2, 2]);
        double[] theta = fit.Parameters;
        return new()
        {
            Model = new ShiftedBetaGeometricModel(theta[0], theta[1], columns.Unit),
            Report = FitReports.Of(Name, Names, fit, likelihood.Customers, likelihood.Distinct, likelihood.LogLikelihood, Meaning, Warnings(theta, fit.Converged)),
        };
    }

    private static FitOptions Checked(ContractColumns columns, FitOptions? options)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        options ??= new FitOptions();
        List<DataProblem> problems = [.. options.Validate(columns.Count), .. ParameterCheck.Start(options.Start, Names)];
        if (columns.Count == 0)
            problems.Add(new DataProblem { Message = "There are no contracts to fit; give at least one." });
        return problems.Count == 0 ? options : throw new DataRejectedException(problems);
    }

    private static LocalizedText Meaning(double[] direction, double[] theta)
    {
        double leaving = theta[0] / (theta[0] + theta[1]);
        return leaving < 1e-4 ? new("nobody seems to leave", "看不出有客户流失")
            : leaving > 1 - 1e-4 ? new("everybody seems to leave at the first renewal", "看起来所有客户在第一次续约时就流失")
            : theta[0] + theta[1] < 1 ? new("customers seem to leave at the first renewal or never", "客户要么在第一次续约时流失，要么从不流失")
            : new("customers do not differ in how likely they are to leave", "客户之间的流失概率没有差异");
    }

    private static List<LocalizedText> Warnings(double[] theta, bool converged) => converged && theta[0] <= 1
        ? [new("The fitted lifetimes have no finite mean (alpha ≤ 1): discount what is still to come, or look at a horizon.", "拟合的客户寿命没有有限均值（alpha ≤ 1）：请对未来收入折现，或限定期限。")]
        : [];
}
