using CustomerValue.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>
/// Minus the discrepancy of a factor model as a function of the items' own variances ψ, the loadings being at their best: with θ the eigenvalues of
/// Ψ^(−1/2) R Ψ^(−1/2), ω their vectors, and all but the k largest summed, F = Σ (θ − ln θ − 1). ψ lies in (0.005, 1) as 0.005 + 0.995/(1 + e^(−x)), so that a
/// variance that would vanish (Heywood) stays above 0. Source: Jöreskog (1967), Psychometrika 32, eq. 25; Clarke (1970), BJMSP 23, for the Hessian.
/// </summary>
internal sealed class UniquenessObjective(Matrix<double> correlations, int factors) : IObjective
{
    public const double Least = 0.005;

    public int Dimension => correlations.RowCount;

    public static double Psi(double x) => Least + ((1 - Least) / (1 + Math.Exp(-x)));

    public static double X(double psi) => Math.Log((psi - Least) / (1 - psi));

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        int p = Dimension;
        (double[] theta, Matrix<double> omega) = Decompose(correlations, Array.ConvertAll(x, Psi));
        double value = 0;
        for (int j = factors; j < p; j++)
            value -= theta[j] - Math.Log(theta[j]) - 1;

        // By ln ψ first: ∂F/∂ln ψᵢ = Σ (1 − θⱼ) ωᵢⱼ².
        double[] byLog = new double[p];
        for (int i = 0; i < p; i++)
        {
            for (int j = factors; j < p; j++)
                byLog[i] += (1 - theta[j]) * omega[i, j] * omega[i, j];
        }

        for (int i = 0; i < p; i++)
        {
            (double first, double second) = Slope(x[i]);
            gradient[i] = -byLog[i] * first;
            for (int l = 0; l <= i; l++)
                hessian[i, l] = hessian[l, i] = (-Curvature(theta, omega, i, l) * first * Slope(x[l]).First) - (i == l ? byLog[i] * second : 0);
        }

        return value;
    }

    /// <summary>Eigenvalues, the largest first, and vectors of Ψ^(−1/2) R Ψ^(−1/2).</summary>
    public static (double[] Theta, Matrix<double> Omega) Decompose(Matrix<double> correlations, double[] psi)
    {
        int p = psi.Length;
        Evd<double> evd = Matrix<double>.Build.Dense(p, p, (i, j) => correlations[i, j] / Math.Sqrt(psi[i] * psi[j])).Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, p).OrderByDescending(j => evd.EigenValues[j].Real)];
        return ([.. order.Select(j => evd.EigenValues[j].Real)], Matrix<double>.Build.Dense(p, p, (i, j) => evd.EigenVectors[i, order[j]]));
    }

    /// <summary>d ln ψ/dx and d² ln ψ/dx².</summary>
    private static (double First, double Second) Slope(double x)
    {
        double psi = Psi(x), up = (psi - Least) / (1 - Least);
        double first = (1 - Least) * up * (1 - up);
        return (first / psi, (first * (1 - (2 * up)) / psi) - (first * first / (psi * psi)));
    }

    /// <summary>
    /// ∂²F/∂ln ψᵢ∂ln ψₗ. Pairs among the small eigenvalues come without their differences, which may be 0; a small and a large one are apart wherever k factors are.
    /// </summary>
    private double Curvature(double[] theta, Matrix<double> omega, int i, int l)
    {
        double plain = 0, weighted = 0, mixed = 0;
        for (int j = factors; j < theta.Length; j++)
        {
            double product = omega[i, j] * omega[l, j];
            plain += product;
            weighted += theta[j] * product;
            for (int m = 0; m < factors; m++)
                mixed -= (1 - theta[j]) * (theta[j] + theta[m]) / (theta[j] - theta[m]) * product * omega[i, m] * omega[l, m];
        }

        return (plain * weighted) + mixed;
    }
}
