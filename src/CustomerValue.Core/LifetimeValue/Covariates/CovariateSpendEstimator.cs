using CustomerValue.Customers;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// Fits Gamma-Gamma with covariates on spend: v_i = v e^(γ'z_i), so that a unit of a column multiplies the mean spend by e^γ. Stateless and thread-safe.
/// </summary>
public sealed class CovariateSpendEstimator
{
    internal static readonly CovariateForm Form = new("gamma-gamma", ["p", "q", "v"], [new("spend", 2, 1, OfLife: false)]);

    private readonly GammaGammaEstimator plain = new();

    /// <summary>The model's name.</summary>
    public string Name => plain.Name;

    /// <summary>Fits the model on the customers with at least one repeat purchase and a positive mean spend; the report says how many were passed over.</summary>
    /// <param name="columns">Columns with spend.</param>
    /// <param name="covariates">A row for every customer, in the same order; all columns act on spend.</param>
    /// <param name="options">How; null for the defaults. Purchase and life covariates don't concern it.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="DataRejectedException">No spend column, no customer to fit on, options out of range, columns that are the same for all customers or follow from others, ties that make no sense.</exception>
    public FitResult<CovariateSpendModel> Fit(SummaryColumns columns, CovariateTable covariates, CovariateFitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = (options ?? new CovariateFitOptions()) with { PurchaseCovariates = null, LifeCovariates = null };
        CovariateCheck.Fit(columns, covariates, options);
        FitReport without = plain.Fit(columns, options.Plain, cancellationToken).Report;
        SpendRows rows = new(columns, options.Weights, covariates.KindOf);
        (double[] atZero, Coefficient[] coefficients, FitReport report) = new CovariateFit
        {
            Form = Form,
            Rows = new CovariateRows(rows, rows.Kind, rows.Weight, covariates),
            Options = options,
            Units = [1, 1, rows.MeanSpend],
            Plain = without,
        }.Run(cancellationToken);
        return new FitResult<CovariateSpendModel> { Model = new CovariateSpendModel(covariates.Encoding, atZero, coefficients), Report = report };
    }
}
