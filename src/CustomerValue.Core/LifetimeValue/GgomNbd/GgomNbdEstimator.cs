using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>Fits <see cref="GgomNbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class GgomNbdEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["r", "alpha", "b", "s", "beta"];

    /// <summary>Logs of (r, α, b, s, β) with the mean age as the unit of time: near Pareto/NBD, and with a hazard that grows well within that age.</summary>
    private static readonly double[][] Starts = [[-0.5, -1.2, -3, -0.5, -4.2], [-0.5, -1.2, 1.3, 0, 2]];

    /// <inheritdoc/>
    public string Name => "ggom-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new HistoryFit
    {
        Name = Name,
        Names = Names,
        Likelihood = population => new GgomNbdLikelihood(population),
        Starts = population => Starts.Select(start => new[] { start[0], start[1] + Math.Log(population.MeanAge), start[2] - Math.Log(population.MeanAge), start[3], start[4] }).ToArray(),
        Climb = GgomNbdClimb.Run,
        Model = theta => new GgomNbdModel(theta[0], theta[1], theta[2], theta[3], theta[4], columns.Unit),
        Meaning = (direction, theta) => Meaning(columns, direction, theta),
    }.Fit(columns, options, cancellationToken);

    /// <summary>What it means for customers that parameters run away.</summary>
    private static LocalizedText Meaning(SummaryColumns columns, double[] direction, double[] theta)
    {
        if (!columns.Frequency.ToArray().Any(x => x > 0))
            return new("no customer buys again, so neither purchases nor lifetimes can be told", "没有客户复购，购买频率与生存期都无法估计");
        double buying = Math.Abs(direction[0]) + Math.Abs(direction[1]);
        double leaving = Math.Abs(direction[2]) + Math.Abs(direction[3]) + Math.Abs(direction[4]);
        if (buying > leaving)
        {
            return direction[0] < 0
                ? new("hardly any customer buys again, so the purchase rates can't be told", "几乎没有客户复购，无法估计购买频率")
                : new("customers do not differ in how often they buy", "客户之间的购买频率没有差异");
        }

        if (direction[2] < 0 && direction[4] < 0)
            return new("the hazard of leaving does not grow with age: as b → 0 this is Pareto/NBD; take that", "流失风险不随时间上升：b → 0 时即为 Pareto/NBD；请使用该模型");
        if (direction[4] > 0 && theta[4] > 1e15)
            return new("customers who leave do so at one and the same age", "流失的客户都在同一时点离开");
        return direction[3] > 0
            ? new("customers do not differ in when they leave", "客户之间的流失时间没有差异")
            : new("nobody seems to leave", "看不出有客户流失");
    }
}
