using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>
/// Fits <see cref="ParetoNbdCorrelatedModel"/> by maximum likelihood, starting from Pareto/NBD, so that it never ends below it. An optimum on the
/// bound of m is found and told; it has no standard errors. The likelihood-ratio test against Pareto/NBD is twice the difference of the two
/// reports' log-likelihoods, on one degree of freedom. The penalty leaves m alone.
/// </summary>
public sealed class ParetoNbdCorrelatedEstimator : IPurchaseModelEstimator
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta", "m"];

    /// <summary>Weights of the barrier, one after the other; the last is far below what a likelihood resolves.</summary>
    private static readonly double[] Barriers = [1e-4, 1e-6, 1e-8, 1e-10];

    /// <summary>By a bound the barrier is so curved that a rise is lost in rounding long before the slope is: steps go on down to this slope.</summary>
    private const double Flat = 1e-12;

    /// <summary>Nearer to a bound than this the barrier holds the fit, not the data.</summary>
    private const double OnBound = 1e-5;

    /// <inheritdoc/>
    public string Name => "pareto-nbd-correlated";

    /// <inheritdoc/>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FitOptions();
        Population population = HistoryFit.Check(columns, options, StartProblems(options.Start));
        FitReport plain = new ParetoNbdEstimator().Fit(columns, options with { Start = options.Start?.Where(parameter => parameter.Name != "m").ToArray() }, cancellationToken).Report;
        CorrelatedLikelihood likelihood = new(population.Histories, population.TimeScale, population.Penalizer);
        Maximum best = Climb(likelihood, Starts(plain, population), options.MaxIterations, cancellationToken);
        LikelihoodFit fit = Run(0);
        bool onBound = CorrelatedLikelihood.Room(best.X) < OnBound || (!fit.Stationary && CorrelatedLikelihood.Room(fit.Maximum.X) < OnBound);
        if (onBound)
            fit = Run(Barriers[Barriers.Length - 1]);
        fit = fit with { Maximum = fit.Maximum with { Iterations = fit.Maximum.Iterations + best.Iterations + plain.Iterations, Evaluations = fit.Maximum.Evaluations + best.Evaluations + plain.Evaluations } };
        likelihood.Evaluate(fit.Maximum.X, new double[5], new double[5, 5]);

        double[] theta = [.. fit.Parameters.Take(4), Dependence(fit.Maximum.X)];
        ParetoNbdCorrelatedModel model = new(theta[0], theta[1], theta[2], theta[3], theta[4], columns.Unit);
        FitReport report = CorrelatedReport.Of(Name, Names, fit, theta, model.Correlation, onBound, population, columns, likelihood.LogLikelihood, plain);
        return new FitResult<PurchaseModel> { Model = model, Report = report };

        LikelihoodFit Run(double barrier)
        {
            likelihood.Barrier = barrier;
            return LikelihoodFit.Run(likelihood, population.Customers, [best.X], options.MaxIterations, cancellationToken, logarithms: 4);
        }
    }

    /// <summary>Pareto/NBD, and where that ran away, its own start too.</summary>
    private static IEnumerable<double[]> Starts(FitReport plain, Population population)
    {
        yield return [.. plain.Parameters.Select(parameter => Math.Log(parameter.Value)), 0];
        if (!plain.Converged)
            yield return [.. ParetoNbdEstimator.Start(population), 0];
    }

    /// <summary>From each start through ever lower barriers; the highest point is kept.</summary>
    private static Maximum Climb(CorrelatedLikelihood likelihood, IEnumerable<double[]> starts, int maxIterations, CancellationToken cancellationToken)
    {
        Maximum? best = null;
        int iterations = 0;
        int evaluations = 0;
        foreach (double[] start in starts)
        {
            double[] x = start;
            Maximum? maximum = null;
            foreach (double barrier in Barriers)
            {
                likelihood.Barrier = barrier;
                double before;
                double slope = double.PositiveInfinity;
                do
                {
                    before = slope;
                    maximum = NewtonMaximizer.Maximize(likelihood, x, maxIterations, cancellationToken);
                    (x, slope) = (maximum.X, maximum.GradientNorm);
                    iterations += maximum.Iterations;
                    evaluations += maximum.Evaluations;
                }
                while (barrier == Barriers[Barriers.Length - 1] && slope > Flat && slope < before / 2);
            }

            if (best is null || maximum!.Value > best.Value)
                best = maximum;
        }

        return best! with { Iterations = iterations, Evaluations = evaluations };
    }

    /// <summary>m at this point; a last bit beyond the bound is rounding.</summary>
    private static double Dependence(double[] x)
    {
        SarmanovLink link = new(Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3]));
        return Math.Max(link.Lowest, Math.Min(link.Highest, link.Both > 0 ? CorrelatedLikelihood.Weight(x) / link.Both : 0));
    }

    private static IEnumerable<DataProblem> StartProblems(IReadOnlyList<ModelParameter>? start)
    {
        if (start is null)
            return [];
        if (start.Count(parameter => parameter.Name == "m") != 1)
            return [new DataProblem { Field = nameof(FitOptions.Start), Value = string.Join(", ", start.Select(parameter => parameter.Name)), Message = $"are not the model's parameters; give {string.Join(", ", Names)}." }];
        double m = start.First(parameter => parameter.Name == "m").Value;
        IEnumerable<DataProblem> others = ParameterCheck.Start([.. start.Where(parameter => parameter.Name != "m")], Names.Take(4).ToArray());
        return double.IsNaN(m) || double.IsInfinity(m)
            ? [.. others, new DataProblem { Field = nameof(FitOptions.Start) + ".m", Value = m.ToString(CultureInfo.InvariantCulture), Message = "is not a finite number." }]
            : others;
    }
}
