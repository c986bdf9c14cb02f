using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue;

/// <summary>Fits a model of what a purchase is worth. Stateless and thread-safe.</summary>
public interface ISpendModelEstimator
{
    /// <summary>The name by which the model is asked for, such as <c>gamma-gamma</c>.</summary>
    string Name { get; }

    /// <summary>Fits the model on the customers with at least one repeat purchase and a positive mean spend; the report says how many were passed over.</summary>
    /// <param name="columns">Columns with spend.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="Validation.DataRejectedException">No spend column, no customer to fit on, or options out of range.</exception>
    FitResult<SpendModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default);
}
