using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.MbgNbd;

/// <summary>Fits the MBG/NBD model.</summary>
public sealed class MbgNbdEstimator : IPurchaseModelEstimator
{
    /// <inheritdoc/>
    public string Name => "mbg-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
