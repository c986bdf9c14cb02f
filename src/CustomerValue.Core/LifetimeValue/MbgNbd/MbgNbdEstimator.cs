using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BetaGeometric;

namespace CustomerValue.LifetimeValue.MbgNbd;

/// <summary>Fits <see cref="MbgNbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class MbgNbdEstimator : IPurchaseModelEstimator
{
    /// <inheritdoc/>
    public string Name => "mbg-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        BetaGeometricFit.Fit(Name, leavesAtFirst: true, columns, options, theta => new MbgNbdModel(theta[0], theta[1], theta[2], theta[3], columns.Unit), cancellationToken);
}
