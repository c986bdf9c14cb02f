using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Turns loadings.</summary>
internal static class Rotation
{
    private const int MostSteps = 10_000;
    private const double Promax = 4;
    private const double Gain = 1e-5;

    /// <summary>The loadings turned, and the factors' correlations.</summary>
    public static (Matrix<double> Loadings, Matrix<double> Correlations) Turn(Matrix<double> loadings, FactorRotation rotation)
    {
        Matrix<double> none = Matrix<double>.Build.DenseIdentity(loadings.ColumnCount);
        if (rotation == FactorRotation.None || loadings.ColumnCount == 1)
            return (loadings, none);
        Matrix<double> varimax = loadings * Varimax(loadings);
        if (rotation == FactorRotation.Varimax)
            return (varimax, none);

        Matrix<double> target = varimax.Map(value => value * Math.Pow(Math.Abs(value), Promax - 1));
        Matrix<double> turn = (varimax.Transpose() * varimax).Solve(varimax.Transpose() * target);
        // Columns so long that the factors have variance 1.
        Matrix<double> inverse = (turn.Transpose() * turn).Inverse();
        turn *= Matrix<double>.Build.DenseOfDiagonalVector(inverse.Diagonal().PointwiseSqrt());
        return (varimax * turn, (turn.Transpose() * turn).Inverse());
    }

    /// <summary>By singular values of the criterion's gradient, rows normalised to length 1, until a step gains less than 10⁻⁵ of the criterion, as R's varimax does.</summary>
    private static Matrix<double> Varimax(Matrix<double> loadings)
    {
        int p = loadings.RowCount;
        Matrix<double> normal = Matrix<double>.Build.Dense(p, loadings.ColumnCount, (i, j) => loadings[i, j] / Math.Max(double.Epsilon, loadings.Row(i).L2Norm()));
        Matrix<double> turn = Matrix<double>.Build.DenseIdentity(loadings.ColumnCount);
        double before = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            Matrix<double> turned = normal * turn;
            Vector<double> squares = turned.PointwisePower(2).ColumnSums() / p;
            Matrix<double> gradient = normal.Transpose() * (turned.PointwisePower(3) - (turned * Matrix<double>.Build.DenseOfDiagonalVector(squares)));
            Svd<double> svd = gradient.Svd();
            turn = svd.U * svd.VT;
            double now = svd.S.Sum();
            if (now < before * (1 + Gain))
                break;
            before = now;
        }

        return turn;
    }
}
