using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// How GGom/NBD's likelihood is climbed. It may rise towards Pareto/NBD (b → 0 with β/b fixed) and have a lower top of its own beside it,
/// so every start is climbed and the highest end counts. Both of its ridges run along one axis by the logs of y = ln(1 + β) and of
/// ω = y/b, the age at which the hazard bends: for y → 0 that age is Pareto/NBD's β, for y → ∞ the one age at which customers leave.
/// </summary>
internal static class GgomNbdClimb
{
    /// <summary>y stays below this: customers who leave within a 200th of their age leave at one age, and e^200 can be calculated with.</summary>
    private const double Sharpest = 200;

    /// <summary>From here on the bend is as sharp as the gaps between the ages in the data, and the likelihood has a top in every gap.</summary>
    private const double Sharp = 35;

    /// <summary>The change of a summed log-likelihood below which two points can't be told apart.</summary>
    private const double Indistinguishable = 1e-6;

    /// <summary>Below this the hazard grows by no more than a millionth while it bends: the likelihood is that of Pareto/NBD.</summary>
    private const double Straight = 1e-6;

    /// <summary>Iterations for each climb; what needs more is finished from the highest end.</summary>
    private const int EachClimb = 50;

    /// <summary>Climbs from each start, and says what the highest end is.</summary>
    public static LikelihoodFit Run(IObjective likelihood, double customers, IReadOnlyList<double[]> starts, int maxIterations, CancellationToken cancellationToken)
    {
        ByBend bent = new(likelihood);
        Maximum[] ends = starts.Select(start => NewtonMaximizer.Maximize(bent, ByBend.Coordinates(start), Math.Min(maxIterations, EachClimb), cancellationToken)).ToArray();
        int iterations = ends.Sum(end => end.Iterations);
        int evaluations = ends.Sum(end => end.Evaluations);
        Maximum best = ends.OrderByDescending(end => end.Value).First() with { Iterations = iterations, Evaluations = evaluations };
        double bend = ByBend.Bend(best.X);
        double outward = bend > Sharp ? 1 : bend < Straight ? -1 : 0;
        if (outward != 0 && StaysLevel(bent, customers, best, outward))
            return new LikelihoodFit { Maximum = best with { X = ByBend.Parameters(best.X) }, Logarithms = int.MaxValue, Stationary = true, Endless = [0, 0, outward, 0, outward] };
        LikelihoodFit fit = LikelihoodFit.Run(likelihood, customers, [ByBend.Parameters(best.X)], maxIterations, cancellationToken);
        return fit with { Maximum = fit.Maximum with { Iterations = fit.Maximum.Iterations + iterations, Evaluations = fit.Maximum.Evaluations + evaluations } };
    }

    /// <summary>Whether the likelihood has not fallen where the bend is sharper, or less of one, by a factor of about e³.</summary>
    private static bool StaysLevel(ByBend likelihood, double customers, Maximum end, double outward)
    {
        double[] far = (double[])end.X.Clone();
        far[2] += 3 * outward;
        return customers * (end.Value - likelihood.Evaluate(far, new double[5], new double[5, 5])) <= Indistinguishable;
    }

    /// <summary>The likelihood by the logs of (r, α, t, s, ω) with y = t/(1 + t/200), b = y/ω and β = e^y − 1.</summary>
    private sealed class ByBend(IObjective likelihood) : IObjective
    {
        public int Dimension => 5;

        public static double Bend(double[] x) => 1 / (Math.Exp(-x[2]) + (1 / Sharpest));

        public static double[] Parameters(double[] x)
        {
            double y = Bend(x);
            return [x[0], x[1], Math.Log(y) - x[4], x[3], y < 1 ? Math.Log(SpecialFunctions.Expm1(y)) : y + SpecialFunctions.Log1P(-Math.Exp(-y))];
        }

        public static double[] Coordinates(double[] parameters)
        {
            double y = Math.Min(SpecialFunctions.LogOnePlusExp(parameters[4]), 0.99 * Sharpest);
            return [parameters[0], parameters[1], Math.Log(y / (1 - (y / Sharpest))), parameters[3], Math.Log(y) - parameters[2]];
        }

        public double Evaluate(double[] x, double[] gradient, double[,] hessian)
        {
            double value = likelihood.Evaluate(Parameters(x), gradient, hessian);
            double y = Bend(x);
            // d ln y by ln t, and d ln β by ln y with its own derivative.
            double room = 1 - (y / Sharpest);
            double slope = -y / SpecialFunctions.Expm1(-y);
            double bend = slope * (1 + y - slope) * gradient[4];
            double rise = gradient[2] + (slope * gradient[4]);
            double both = hessian[2, 2] + (slope * hessian[2, 4]);
            double curve = both + (slope * (hessian[2, 4] + (slope * hessian[4, 4]))) + bend;
            foreach (int i in new[] { 0, 1, 3 })
            {
                double age = -hessian[i, 2];
                hessian[i, 2] = hessian[2, i] = room * (hessian[i, 2] + (slope * hessian[i, 4]));
                hessian[i, 4] = hessian[4, i] = age;
            }

            hessian[4, 4] = hessian[2, 2];
            hessian[2, 4] = hessian[4, 2] = -room * both;
            hessian[2, 2] = room * ((room * curve) - ((1 - room) * rise));
            gradient[4] = -gradient[2];
            gradient[2] = room * rise;
            return value;
        }
    }
}
