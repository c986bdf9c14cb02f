using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>Fits <see cref="ParetoNbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class ParetoNbdEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    /// <summary>Logs of (r, α/mean age, s, β/mean age) to start from; the later ones for data without dropout, or with hardly any purchase.</summary>
    private static readonly double[][] Starts = [[-0.5, -1.5, -0.5, -1], [0, 0, -3, 1], [-2, -2, 0, 0], [2, 1, 0.5, 3]];

    /// <inheritdoc/>
    public string Name => "pareto-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new HistoryFit
    {
        Name = Name,
        Names = Names,
        Likelihood = population => new ParetoNbdLikelihood(population.Histories, population.TimeScale, population.Penalizer),
        Starts = population => Starts.Select(start => new[] { start[0], start[1] + Math.Log(population.MeanAge), start[2], start[3] + Math.Log(population.MeanAge) }).ToArray(),
        Model = theta => new ParetoNbdModel(theta[0], theta[1], theta[2], theta[3], columns.Unit),
        Meaning = Meaning,
    }.Fit(columns, options, cancellationToken);

    /// <summary>What it means for customers that parameters run away.</summary>
    private static LocalizedText Meaning(double[] direction, double[] theta)
    {
        if (Math.Abs(direction[0]) + Math.Abs(direction[1]) > Math.Abs(direction[2]) + Math.Abs(direction[3]))
        {
            return direction[0] < 0
                ? new("hardly any customer buys again, so the purchase rates can't be told", "几乎没有客户复购，无法估计购买频率")
                : new("customers do not differ in how often they buy", "客户之间的购买频率没有差异");
        }

        return direction[2] < 0 || direction[2] < direction[3]
            ? new("nobody seems to leave, and the model becomes NBD", "看不出有客户流失，模型退化为 NBD")
            : new("customers do not differ in how soon they leave", "客户之间的流失速度没有差异");
    }
}
