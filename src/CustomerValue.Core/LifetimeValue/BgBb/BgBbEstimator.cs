using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.BgBb;

/// <summary>Fits <see cref="BgBbModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class BgBbEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["alpha", "beta", "gamma", "delta"];

    /// <summary>Logs of the parameters to start from; the later ones for customers who are alike, and for hardly any dropout or purchase.</summary>
    private static readonly double[][] Starts = [[0, 0, -0.5, 1], [1, 1, 0, 3], [-1.5, 1, -1, -1], [1, -1.5, -3, 1]];

    /// <inheritdoc/>
    public string Name => "bg-bb";

    /// <inheritdoc/>
    /// <exception cref="Validation.DataRejectedException">Recency or age is not whole, or frequency above recency; names every row.</exception>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new HistoryFit
    {
        Name = Name,
        Names = Names,
        Problems = BgBbHistory.Problems,
        Likelihood = population => new BgBbLikelihood(population.Histories, population.Penalizer, cancellationToken),
        Starts = _ => Starts,
        Model = theta => new BgBbModel(theta[0], theta[1], theta[2], theta[3], columns.Unit),
        Meaning = Meaning,
    }.Fit(columns, options, cancellationToken);

    /// <summary>What it means for customers that parameters run away.</summary>
    private static LocalizedText Meaning(double[] direction, double[] theta)
    {
        if (Math.Abs(direction[0]) + Math.Abs(direction[1]) > Math.Abs(direction[2]) + Math.Abs(direction[3]))
        {
            double buying = theta[0] / (theta[0] + theta[1]);
            return buying < 1e-4 ? new("hardly any customer buys again, so the chances to buy can't be told", "几乎没有客户复购，无法估计购买概率")
                : buying > 1 - 1e-4 ? new("customers buy at every opportunity while they are customers", "客户在活跃期间每次机会都会购买")
                : theta[0] + theta[1] < 1 ? new("customers seem to buy at every opportunity or at none", "客户要么每次机会都购买，要么从不购买")
                : new("customers do not differ in how likely they are to buy", "客户之间的购买概率没有差异");
        }

        double leaving = theta[2] / (theta[2] + theta[3]);
        return leaving < 1e-4 ? new("nobody seems to leave", "看不出有客户流失")
            : leaving > 1 - 1e-4 ? new("everybody seems to leave at the first chance", "看起来所有客户一有机会就流失")
            : theta[2] + theta[3] < 1 ? new("customers seem to leave at the first chance or never", "客户要么一有机会就流失，要么从不流失")
            : new("customers do not differ in how likely they are to leave", "客户之间的流失概率没有差异");
    }
}
