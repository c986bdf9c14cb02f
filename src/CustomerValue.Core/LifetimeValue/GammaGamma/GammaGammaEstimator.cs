using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.GammaGamma;

/// <summary>Fits the Gamma-Gamma model.</summary>
public sealed class GammaGammaEstimator : ISpendModelEstimator
{
    /// <inheritdoc/>
    public string Name => "gamma-gamma";

    /// <inheritdoc/>
    public FitResult<SpendModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
