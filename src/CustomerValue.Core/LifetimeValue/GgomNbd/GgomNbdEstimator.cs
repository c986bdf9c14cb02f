using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>Fits <see cref="GgomNbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class GgomNbdEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["r", "alpha", "b", "s", "beta"];

    /// <summary>Logs of (r, α/mean age, b·mean age, s, β) to start from.</summary>
    private static readonly double[][] Starts = [[-0.5, -1.5, 0, -0.5, 0]];

    /// <inheritdoc/>
    public string Name => "ggom-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new HistoryFit
    {
        Name = Name,
        Names = Names,
        Likelihood = population => new GgomNbdLikelihood(population),
        Starts = population => Starts.Select(start => new[] { start[0], start[1] + Math.Log(population.MeanAge), start[2] - Math.Log(population.MeanAge), start[3], start[4] }).ToArray(),
        Model = theta => new GgomNbdModel(theta[0], theta[1], theta[2], theta[3], theta[4], columns.Unit),
        Meaning = (_, _) => new("lifetimes are as in Pareto/NBD; take that", "生存期与 Pareto/NBD 相同；请使用该模型"),
    }.Fit(columns, options, cancellationToken);
}
