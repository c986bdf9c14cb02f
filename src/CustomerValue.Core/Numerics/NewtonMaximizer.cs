using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerValue.Numerics;

/// <summary>Where a maximisation ended.</summary>
internal sealed record Maximum
{
    public required double[] X { get; init; }

    public required double Value { get; init; }

    public required double[] Gradient { get; init; }

    public required double[,] Hessian { get; init; }

    public required int Iterations { get; init; }

    public required int Evaluations { get; init; }

    /// <summary>Largest absolute derivative by a variable that is not on its way out of the box.</summary>
    public required double GradientNorm { get; init; }
}

/// <summary>
/// Newton's method with an exact Hessian: directions of positive curvature are turned round, steps are bounded and halved until
/// the value rises. Deterministic. Source: Nocedal &amp; Wright (2006), §3.4.
/// </summary>
internal static class NewtonMaximizer
{
    /// <summary>The largest change of one variable in one step; variables are logarithms, so this is a factor of e².</summary>
    private const double LongestStep = 2;

    /// <summary>Variables stay within a factor of e^±16 of where they started: whoever gets there is on the way to infinity or 0.</summary>
    public const double Bound = 16;

    /// <summary>Below this part of the value, or of 1, a predicted rise is rounding error: where nobody bought again the value goes to 0, and its parts don't.</summary>
    private const double Resolution = 1e-13;

    /// <summary>Maximises from <paramref name="start"/> until the predicted rise is rounding error or nothing improves.</summary>
    public static Maximum Maximize(IObjective objective, double[] start, int maxIterations, CancellationToken cancellationToken)
    {
        int n = objective.Dimension;
        double[] x = (double[])start.Clone();
        double[] gradient = new double[n];
        double[,] hessian = new double[n, n];
        double value = objective.Evaluate(x, gradient, hessian);
        double[] trial = new double[n];
        double[] trialGradient = new double[n];
        double[,] trialHessian = new double[n, n];
        int evaluations = 1;
        int iteration = 0;
        bool more = true;
        while (more && iteration < maxIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            iteration++;
            double[] step = Step(start, x, gradient, hessian);
            double rise = step.Zip(gradient, (s, g) => s * g).Sum() / 2;
            bool last = rise <= Resolution * (1 + Math.Abs(value));
            double scale = Math.Min(1, LongestStep / Math.Max(step.Max(Math.Abs), double.Epsilon));
            more = false;
            for (int halving = 0; halving < (last ? 1 : 40) && !more; halving++, scale /= 2)
            {
                for (int i = 0; i < n; i++)
                    trial[i] = Math.Max(start[i] - Bound, Math.Min(start[i] + Bound, x[i] + (scale * step[i])));
                double trialValue = objective.Evaluate(trial, trialGradient, trialHessian);
                evaluations++;
                // At the top the value no longer resolves a step, but the gradient still does.
                bool better = last
                    ? trialValue >= value - (Resolution * Math.Abs(value)) && Norm(start, trial, trialGradient) < Norm(start, x, gradient)
                    : trialValue >= value + (2e-4 * scale * rise);
                if (!better)
                    continue;
                (x, trial) = (trial, x);
                (gradient, trialGradient) = (trialGradient, gradient);
                (hessian, trialHessian) = (trialHessian, hessian);
                value = trialValue;
                more = true;
            }

            more &= !last;
        }

        return new Maximum { X = x, Value = value, Gradient = gradient, Hessian = hessian, GradientNorm = Norm(start, x, gradient), Iterations = iteration, Evaluations = evaluations };
    }

    /// <summary>Whether the value rises out of the box here.</summary>
    public static bool Leaves(double start, double x, double gradient) => (x >= start + Bound && gradient >= 0) || (x <= start - Bound && gradient <= 0);

    /// <summary>Whether every element is a number.</summary>
    public static bool IsFinite(Matrix<double> matrix) => matrix.ForAll(value => !double.IsNaN(value) && !double.IsInfinity(value));

    private static double Norm(double[] start, double[] x, double[] gradient)
    {
        double norm = 0;
        for (int i = 0; i < x.Length; i++)
            norm = Math.Max(norm, Leaves(start[i], x[i], gradient[i]) ? 0 : Math.Abs(gradient[i]));
        return norm;
    }

    /// <summary>The Newton step with every curvature made negative, so that it always leads up; variables on their way out of the box stay.</summary>
    private static double[] Step(double[] start, double[] x, double[] gradient, double[,] hessian)
    {
        Vector<double> slope = Vector<double>.Build.Dense(gradient.Length, i => Leaves(start[i], x[i], gradient[i]) ? 0 : gradient[i]);
        Matrix<double> curvature = Matrix<double>.Build.Dense(x.Length, x.Length, (i, j) =>
            Leaves(start[i], x[i], gradient[i]) || Leaves(start[j], x[j], gradient[j]) ? (i == j ? -1 : 0) : hessian[i, j]);
        // Where only the curvature overflows there is still a way up.
        if (!IsFinite(curvature))
            return slope.Map(value => double.IsNaN(value) || double.IsInfinity(value) ? 0 : value).ToArray();
        Evd<double> eigen = curvature.Evd(Symmetricity.Symmetric);
        Vector<double> inDirections = eigen.EigenVectors.TransposeThisAndMultiply(slope);
        for (int i = 0; i < inDirections.Count; i++)
            inDirections[i] /= Math.Max(Math.Abs(eigen.EigenValues[i].Real), 1e-12);
        return eigen.EigenVectors.Multiply(inDirections).ToArray();
    }
}
