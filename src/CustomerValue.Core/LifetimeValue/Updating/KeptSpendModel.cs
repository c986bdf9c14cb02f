using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Updating;

/// <summary>Gives a model of spend that was fitted before.</summary>
public sealed class KeptSpendModel : ISpendModelEstimator
{
    private readonly FitResult<SpendModel> fit;

    /// <summary>Keeps a fit.</summary>
    public KeptSpendModel(FitResult<SpendModel> fit)
    {
        this.fit = fit ?? throw new ArgumentNullException(nameof(fit));
    }

    /// <inheritdoc/>
    public string Name => fit.Model.Name;

    /// <summary>The fit that was kept; nothing is fitted and nothing is looked at.</summary>
    /// <param name="columns">Not looked at.</param>
    /// <param name="options">Not looked at.</param>
    /// <param name="cancellationToken">Not looked at.</param>
    public FitResult<SpendModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => fit;
}
