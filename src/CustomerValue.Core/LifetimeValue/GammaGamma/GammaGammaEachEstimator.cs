using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.GammaGamma;

/// <summary>
/// Fits <see cref="GammaGammaModel"/> to every repeat purchase instead of their means: the likelihood takes x, the mean spend and
/// <see cref="SummaryColumns.LogSpend"/>, which together say all that the purchases say of p, q and v. The spread of a customer's own purchases
/// tells p, which means alone hardly do. Where the logs of a customer's purchases are unknown, the mean counts alone, and the report says so.
/// Source: Fader &amp; Hardie (2013), "The Gamma-Gamma model of monetary value", whose assumptions it shares.
/// </summary>
public sealed class GammaGammaEachEstimator : ISpendModelEstimator
{
    /// <inheritdoc/>
    public string Name => "gamma-gamma-each";

    /// <inheritdoc/>
    /// <exception cref="Validation.DataRejectedException">As for means, or sums of logs that no purchases with that mean can have; names every row.</exception>
    public FitResult<SpendModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        GammaGammaEstimator.Fit(columns, options, each: true, cancellationToken);
}
