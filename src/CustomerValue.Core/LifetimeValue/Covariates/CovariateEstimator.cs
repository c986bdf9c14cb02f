using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// Fits a model of purchases with static covariates on both of its processes, how often customers buy and how soon they leave, by maximum
/// likelihood: Newton with the exact Hessian, from the model without covariates. Stateless and thread-safe.
/// Source: Fader &amp; Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models".
/// </summary>
public sealed class CovariateEstimator
{
    private readonly PurchaseForm form;

    /// <summary>Names the model.</summary>
    /// <param name="model">One of <see cref="Models"/>.</param>
    public CovariateEstimator(string model) => form = PurchaseForm.Of(model);

    /// <summary>The models that take covariates.</summary>
    public static IReadOnlyList<string> Models { get; } = PurchaseForm.All.Select(form => form.Form.Name).ToArray();

    /// <summary>The model's name.</summary>
    public string Name => form.Form.Name;

    /// <summary>Fits the model.</summary>
    /// <param name="columns">At least one customer.</param>
    /// <param name="covariates">A row for every customer, in the same order; every column acts on a process.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and its report, with the coefficients among its parameters; a fit without a finite optimum, such as where a level's customers all did the same, is a result that says so.</returns>
    /// <exception cref="DataRejectedException">No customers, options out of range, columns that are the same for all customers or follow from others, ties that make no sense.</exception>
    public FitResult<CovariatePurchaseModel> Fit(SummaryColumns columns, CovariateTable covariates, CovariateFitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CovariateFitOptions();
        CovariateCheck.Fit(columns, covariates, options);
        FitReport plain = form.Plain.Fit(columns, options.Plain, cancellationToken).Report;
        DistinctHistories histories = DistinctHistories.Of(columns, options.Weights?.ToArray(), covariates.KindOf);
        double timeScale = histories.Age.Max();
        (double[] atZero, Coefficient[] coefficients, FitReport report) = new CovariateFit
        {
            Form = form.Form,
            Rows = new CovariateRows(new HistoryRows(histories, form.Likelihood), histories.Kind, histories.Weight, covariates),
            Options = options,
            Units = form.TimePowers.Select(power => Math.Pow(timeScale, power)).ToArray(),
            Plain = plain,
        }.Run(cancellationToken);
        return new FitResult<CovariatePurchaseModel> { Model = new CovariatePurchaseModel(form, columns.Unit, covariates.Encoding, atZero, coefficients), Report = report };
    }
}
