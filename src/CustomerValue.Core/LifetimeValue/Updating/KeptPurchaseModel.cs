using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Updating;

/// <summary>Gives a model that was fitted before, whatever the customers did since: scores follow new purchases without a refit.</summary>
public sealed class KeptPurchaseModel : IPurchaseModelEstimator
{
    private readonly FitResult<PurchaseModel> fit;

    /// <summary>Keeps a fit.</summary>
    public KeptPurchaseModel(FitResult<PurchaseModel> fit)
    {
        this.fit = fit ?? throw new ArgumentNullException(nameof(fit));
    }

    /// <inheritdoc/>
    public string Name => fit.Model.Name;

    /// <summary>The fit that was kept; nothing is fitted and options are not looked at.</summary>
    /// <param name="columns">Columns in the model's unit.</param>
    /// <param name="options">Not looked at.</param>
    /// <param name="cancellationToken">Not looked at.</param>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        return columns.Unit == fit.Model.Unit ? fit : throw new ArgumentException($"The columns are in {columns.Unit}s, the model in {fit.Model.Unit}s; summarise in the model's unit.", nameof(columns));
    }
}
