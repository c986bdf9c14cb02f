using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue;

/// <summary>Fits a model of purchases and dropout. Stateless and thread-safe. A model of your own is one implementation and one registration.</summary>
public interface IPurchaseModelEstimator
{
    /// <summary>The name by which the model is asked for, such as <c>mbg-nbd</c>.</summary>
    string Name { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="columns">At least one customer.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and its report; a fit without a finite optimum is a result that says so, not an exception.</returns>
    /// <exception cref="Validation.DataRejectedException">No customers, or options out of range.</exception>
    FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default);
}
