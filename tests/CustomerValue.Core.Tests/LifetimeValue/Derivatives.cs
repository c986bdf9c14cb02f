using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Holds an objective's derivatives against central differences.</summary>
internal static class Derivatives
{
    public static void AssertRight(IObjective objective, double[] x)
    {
        int n = objective.Dimension;
        double[] gradient = new double[n];
        double[,] hessian = new double[n, n];
        double value = objective.Evaluate(x, gradient, hessian);
        double[] up = new double[n];
        double[] down = new double[n];
        double[,] ignored = new double[n, n];
        const double h = 1e-5;
        for (int i = 0; i < n; i++)
        {
            double[] moved = (double[])x.Clone();
            moved[i] = x[i] + h;
            double above = objective.Evaluate(moved, up, ignored);
            moved[i] = x[i] - h;
            double below = objective.Evaluate(moved, down, ignored);
            Assert.Equal((above - below) / (2 * h), gradient[i], 1e-6 * (1 + Math.Abs(value)));
            for (int j = 0; j < n; j++)
                Assert.Equal((up[j] - down[j]) / (2 * h), hessian[i, j], 1e-6 * (1 + Math.Abs(value) + Math.Abs(hessian[i, j])));
        }
    }
}
