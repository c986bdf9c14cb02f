using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>Fits <see cref="GgomNbdModel"/> by maximum likelihood: Newton with the exact Hessian on the logarithms of the parameters.</summary>
public sealed class GgomNbdEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["r", "alpha", "b", "s", "beta"];

    /// <inheritdoc/>
    public string Name => "ggom-nbd";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FitOptions();
        GgomNbdLikelihood? likelihood = null;
        GgomNbdStarts? starts = null;
        FitResult<PurchaseModel> fit = new HistoryFit
        {
            Name = Name,
            Names = Names,
            Likelihood = population => likelihood = new GgomNbdLikelihood(population),
            Starts = population => (starts = new GgomNbdStarts(likelihood!, population.MeanAge, options.MaxIterations)).Climb(cancellationToken),
            Model = theta => new GgomNbdModel(theta[0], theta[1], theta[2], theta[3], theta[4], columns.Unit),
            Meaning = Meaning,
        }.Fit(columns, options, cancellationToken);
        return fit with { Report = fit.Report with { Iterations = fit.Report.Iterations + starts!.Iterations, Evaluations = fit.Report.Evaluations + starts.Evaluations } };
    }

    private static LocalizedText Meaning(double[] direction, double[] theta) => new("as b → 0 this is Pareto/NBD; take that", "b → 0 时即为 Pareto/NBD；请使用该模型");
}
