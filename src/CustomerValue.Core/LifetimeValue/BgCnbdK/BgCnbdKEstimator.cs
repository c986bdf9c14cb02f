using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;

namespace CustomerValue.LifetimeValue.BgCnbdK;

/// <summary>
/// Fits <see cref="BgCnbdKModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of (r, α, a, b) for
/// k = 1, 2, … until the likelihood falls, at most to 12; or for a k that is given. The report counts k as a parameter, with a standard
/// error of 0, as it is a whole number. Likelihoods compare across k where the columns know the gaps (<see cref="SummaryColumns.LogGaps"/>);
/// where they don't, that of frequency and recency alone is taken, and a warning says so.
/// </summary>
public sealed class BgCnbdKEstimator : IPurchaseModelEstimator
{
    /// <summary>Makes an estimator.</summary>
    /// <param name="regularity">The k to take, in [1, 100]; null to choose it by the likelihood.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public BgCnbdKEstimator(int? regularity)
    {
        Regularity = ErlangBetaGeometricFit.Checked(regularity);
    }

    /// <summary>Makes an estimator that chooses k by the likelihood.</summary>
    public BgCnbdKEstimator()
        : this(null)
    {
    }

    /// <summary>The k to take; null where the likelihood chooses it.</summary>
    public int? Regularity { get; }

    /// <inheritdoc/>
    public string Name => "bg-cnbd-k";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new ErlangBetaGeometricFit
    {
        Name = Name,
        LeavesAtFirst = false,
        Regularity = Regularity,
        Model = (theta, k) => new BgCnbdKModel(theta[0], theta[1], theta[2], theta[3], k, columns.Unit),
    }.Fit(columns, options, cancellationToken);
}
