using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.Nbd;

/// <summary>Fits <see cref="NbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class NbdEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["r", "alpha"];

    /// <summary>Logs of (r, α/mean age) to start from; the later ones for data with hardly any purchase, and with very many.</summary>
    private static readonly double[][] Starts = [[-0.5, -1.5], [-2, 0], [2, 1]];

    /// <inheritdoc/>
    public string Name => "nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new HistoryFit
    {
        Name = Name,
        Names = Names,
        Likelihood = population => new NbdLikelihood(population.Histories, population.TimeScale, population.Penalizer),
        Starts = population => Starts.Select(start => new[] { start[0], start[1] + Math.Log(population.MeanAge) }).ToArray(),
        Model = theta => new NbdModel(theta[0], theta[1], columns.Unit),
        Meaning = (direction, _) => direction[0] < 0
            ? new LocalizedText("hardly any customer buys again, so the purchase rates can't be told", "几乎没有客户复购，无法估计购买频率")
            : new LocalizedText("customers do not differ in how often they buy", "客户之间的购买频率没有差异"),
    }.Fit(columns, options, cancellationToken);
}
