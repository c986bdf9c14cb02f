using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.Optimization;

namespace CustomerValue.Numerics;

/// <summary>A maximum-likelihood fit by logarithms of positive parameters, and after them parameters of any sign as they are; and what can be said of it.</summary>
internal sealed record LikelihoodFit
{
    /// <summary>The change of a summed log-likelihood below which two points can't be told apart.</summary>
    private const double Indistinguishable = 1e-6;

    /// <summary>How far a finite maximum must have fallen: by a factor of e³ in the parameters.</summary>
    private const double FarAway = 3;

    public required Maximum Maximum { get; init; }

    /// <summary>How many of the variables are logarithms of parameters; the others are parameters themselves.</summary>
    public required int Logarithms { get; init; }

    /// <summary>Whether the gradient vanished.</summary>
    public required bool Stationary { get; init; }

    /// <summary>A direction in which the likelihood does not fall, by parameter; null where the maximum is finite.</summary>
    public required double[]? Endless { get; init; }

    public bool Converged => Stationary && Endless is null;

    /// <summary>Natural parameters.</summary>
    public double[] Parameters => Maximum.X.Select((x, i) => i < Logarithms ? Math.Exp(x) : x).ToArray();

    /// <summary>Climbs from each start and keeps the highest point; later starts are tried only where the first gave no finite maximum.</summary>
    public static LikelihoodFit Run(IObjective objective, double customers, IReadOnlyList<double[]> starts, int maxIterations, CancellationToken cancellationToken, int logarithms = int.MaxValue)
    {
        LikelihoodFit? best = null;
        int iterations = 0;
        int evaluations = 0;
        foreach (double[] start in starts)
        {
            Maximum maximum = NewtonMaximizer.Maximize(objective, start, maxIterations, cancellationToken);
            if (!Vanished(maximum))
                maximum = ByQuasiNewton(objective, maximum, start, maxIterations, cancellationToken);
            iterations += maximum.Iterations;
            evaluations += maximum.Evaluations;
            LikelihoodFit fit = Judge(objective, customers, maximum, start, logarithms);
            if (best is null || (fit.Converged && !best.Converged && Total(fit) >= Total(best) - Indistinguishable) || Total(fit) > Total(best) + Indistinguishable)
                best = fit;
            if (best.Converged)
                break;
        }

        return best! with { Maximum = best.Maximum with { Iterations = iterations, Evaluations = evaluations } };

        double Total(LikelihoodFit fit) => customers * fit.Maximum.Value;
    }

    /// <summary>Covariance of the natural parameters: the inverse of minus the Hessian, by the delta method from logarithms. Null where it is not positive.</summary>
    public double[,]? Covariance(double customers)
    {
        double[] theta = Parameters;
        Matrix<double> information = Matrix<double>.Build.DenseOfArray(Maximum.Hessian).Multiply(-customers);
        if (!Converged || information.Evd(Symmetricity.Symmetric).EigenValues.Any(value => !(value.Real > 0)))
            return null;
        Matrix<double> inverse = information.Inverse();
        inverse.MapIndexedInplace((i, j, value) => value * Slope(i) * Slope(j));
        return inverse.ToArray();

        double Slope(int i) => i < Logarithms ? theta[i] : 1;
    }

    /// <summary>
    /// A maximum is finite if the likelihood falls on both sides of it, however flat it is on the way: it is looked at far out
    /// in the directions of little curvature. So a ridge that runs to infinity isn't taken for a maximum because its slope died.
    /// </summary>
    private static LikelihoodFit Judge(IObjective objective, double customers, Maximum maximum, double[] start, int logarithms)
    {
        bool stationary = Vanished(maximum) && NewtonMaximizer.IsFinite(Matrix<double>.Build.DenseOfArray(maximum.Hessian));
        double[]? endless = null;
        if (maximum.X.Select((x, i) => NewtonMaximizer.Leaves(start[i], x, maximum.Gradient[i])).Any(leaves => leaves))
            endless = maximum.X.Zip(start, (x, s) => Math.Abs(x - s) > NewtonMaximizer.Bound / 2 ? (double)Math.Sign(x - s) : 0).ToArray();

        if (stationary && endless is null)
        {
            Evd<double> eigen = Matrix<double>.Build.DenseOfArray(maximum.Hessian).Evd(Symmetricity.Symmetric);
            foreach (int k in Enumerable.Range(0, start.Length).OrderByDescending(k => eigen.EigenValues[k].Real))
            {
                if (-eigen.EigenValues[k].Real * customers > 100)
                    break;
                double[] direction = eigen.EigenVectors.Column(k).ToArray();
                double outward = direction.Zip(maximum.X.Zip(start, (x, s) => x - s), (d, moved) => d * moved).Sum() < 0 ? -1 : 1;
                endless = new[] { outward, -outward }.Select(sign => direction.Select(d => sign * d).ToArray()).FirstOrDefault(StaysLevel);
                if (endless is not null)
                    break;
            }
        }

        return new LikelihoodFit { Maximum = maximum, Logarithms = logarithms, Stationary = stationary, Endless = endless };

        bool StaysLevel(double[] direction)
        {
            double[] far = maximum.X.Zip(direction, (x, d) => x + (FarAway * d)).ToArray();
            double fallen = maximum.Value - objective.Evaluate(far, new double[start.Length], new double[start.Length, start.Length]);
            return !(customers * fallen > Indistinguishable);
        }
    }

    /// <summary>Whether the derivatives by the log-parameters are rounding error beside the value.</summary>
    private static bool Vanished(Maximum maximum) => maximum.GradientNorm < 1e-8 * (1 + Math.Abs(maximum.Value));

    /// <summary>The fallback where Newton stalls: L-BFGS-B in a box, with a minimizer of its own, as MathNet keeps state in it.</summary>
    private static Maximum ByQuasiNewton(IObjective objective, Maximum from, double[] center, int maxIterations, CancellationToken cancellationToken)
    {
        int n = objective.Dimension;
        int evaluations = 0;
        double[,] hessian = new double[n, n];
        IObjectiveFunction function = ObjectiveFunction.Gradient(x =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            evaluations++;
            double[] gradient = new double[n];
            double value = objective.Evaluate(x.ToArray(), gradient, hessian);
            return (-value, Vector<double>.Build.Dense(gradient).Negate());
        });
        Vector<double> middle = Vector<double>.Build.Dense(center);
        double[] start = from.X;
        try
        {
            start = new BfgsBMinimizer(1e-10, 1e-12, 1e-14, 100).FindMinimum(function, middle - NewtonMaximizer.Bound, middle + NewtonMaximizer.Bound, Vector<double>.Build.Dense(from.X)).MinimizingPoint.ToArray();
        }
        catch (Exception stalled) when (stalled is OptimizationException or ArgumentException)
        {
            // MathNet's way of saying that it stalled too; what Newton found stands, and its gradient tells the reader.
        }

        Maximum polished = NewtonMaximizer.Maximize(objective, start, maxIterations, cancellationToken);
        // Where there is no likelihood at all the slope is 0 too: a lower point is not better for being flat.
        bool level = polished.Value >= from.Value - (1e-9 * (1 + Math.Abs(from.Value)));
        Maximum better = polished.Value > from.Value || (level && polished.GradientNorm < from.GradientNorm) ? polished : from;
        return better with { Iterations = from.Iterations + polished.Iterations, Evaluations = from.Evaluations + evaluations + polished.Evaluations };
    }
}
