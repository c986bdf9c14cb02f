using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BetaGeometric;

namespace CustomerValue.LifetimeValue.BgNbd;

/// <summary>Fits <see cref="BgNbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class BgNbdEstimator : IPurchaseModelEstimator
{
    /// <inheritdoc/>
    public string Name => "bg-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        BetaGeometricFit.Fit(Name, leavesAtFirst: false, columns, options, theta => new BgNbdModel(theta[0], theta[1], theta[2], theta[3], columns.Unit), cancellationToken);
}
