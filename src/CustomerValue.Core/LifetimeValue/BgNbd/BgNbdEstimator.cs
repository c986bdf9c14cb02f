using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.BgNbd;

/// <summary>Fits the BG/NBD model.</summary>
public sealed class BgNbdEstimator : IPurchaseModelEstimator
{
    /// <inheritdoc/>
    public string Name => "bg-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
