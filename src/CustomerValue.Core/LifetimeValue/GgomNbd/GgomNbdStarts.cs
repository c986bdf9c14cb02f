using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// Where to start. The likelihood may rise towards Pareto/NBD (b → 0 with β/b fixed) and have a lower top of its own beside it, so it is
/// climbed from both sides. By the logs of b and β/b that ridge runs along one axis, and Newton's method follows it in few steps.
/// </summary>
internal sealed class GgomNbdStarts(IObjective likelihood, double meanAge, int maxIterations)
{
    /// <summary>Logs of (r, α, b, s, β/b) with the mean age as the unit of time: near Pareto/NBD, and with a hazard that grows well within that age.</summary>
    private static readonly double[][] Sides = [[-0.5, -1.2, -3, -0.5, -1.2], [-0.5, -1.2, 1.3, 0, 0.7]];

    public int Iterations { get; private set; }

    public int Evaluations { get; private set; }

    /// <summary>Logs of (r, α, b, s, β) where the climbs from both sides ended, highest first.</summary>
    public double[][] Climb(CancellationToken cancellationToken)
    {
        double unit = Math.Log(meanAge);
        Maximum[] tops = Array.ConvertAll(Sides, side =>
            NewtonMaximizer.Maximize(new ByRatio(likelihood), [side[0], side[1] + unit, side[2] - unit, side[3], side[4] + unit], maxIterations, cancellationToken));
        Iterations = tops.Sum(top => top.Iterations);
        Evaluations = tops.Sum(top => top.Evaluations);
        return tops.OrderByDescending(top => top.Value).Select(top => ByRatio.Parameters(top.X)).ToArray();
    }

    /// <summary>The likelihood by ln(β/b) instead of ln β.</summary>
    private sealed class ByRatio(IObjective likelihood) : IObjective
    {
        public int Dimension => 5;

        public static double[] Parameters(double[] x) => [x[0], x[1], x[2], x[3], x[4] + x[2]];

        public double Evaluate(double[] x, double[] gradient, double[,] hessian)
        {
            double value = likelihood.Evaluate(Parameters(x), gradient, hessian);
            gradient[2] += gradient[4];
            for (int i = 0; i < 5; i++)
                hessian[i, 2] += hessian[i, 4];
            for (int j = 0; j < 5; j++)
                hessian[2, j] += hessian[4, j];
            return value;
        }
    }
}
