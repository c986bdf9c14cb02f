using CustomerValue.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Standard errors by the inverse of the observed information, carried over to shares, probabilities and coefficients by the delta method.</summary>
internal sealed class ClassErrors
{
    /// <summary>Probabilities nearer to 0 than this are at the boundary, where the likelihood has no curvature to speak of.</summary>
    public const double Boundary = 1e-6;

    private const int MostParameters = 600;

    private ClassErrors(bool identified) => Identified = identified;

    public bool Identified { get; }

    public double[] Shares { get; private set; } = [];

    public double[][][] Deviations { get; private set; } = [];

    public double[][] Coefficients { get; private set; } = [];

    /// <summary>The errors; null where the information is too large.</summary>
    public static ClassErrors? Of(ClassOptimum optimum, int workers, CancellationToken cancellationToken)
    {
        ClassParameters top = optimum.Parameters;
        ClassObjective objective = new(top, optimum.Expectation, Boundary, workers, cancellationToken);
        int n = objective.Dimension;
        if (n == 0 || n > MostParameters)
            return n == 0 ? new ClassErrors(true) : null;
        double[] x = objective.Start();
        double[,] hessian = new double[n, n];
        _ = objective.Evaluate(x, new double[n], hessian);
        Matrix<double> information = -Matrix<double>.Build.DenseOfArray(hessian);
        double[] scale = Enumerable.Range(0, n).Select(i => information[i, i] > 0 ? 1 / Math.Sqrt(information[i, i]) : 0).ToArray();
        if (scale.Contains(0))
            return new ClassErrors(false);
        Evd<double> eigen = Matrix<double>.Build.Dense(n, n, (i, j) => information[i, j] * scale[i] * scale[j]).Evd(Symmetricity.Symmetric);
        if (eigen.EigenValues.Real().Minimum() < 1e-8)
            return new ClassErrors(false);
        Matrix<double> half = Matrix<double>.Build.Dense(n, n, (i, j) => scale[i] * eigen.EigenVectors[i, j] / Math.Sqrt(eigen.EigenValues[j].Real * top.Patterns.Total));
        return new ClassErrors(true) { Shares = OfShares(top, half), Deviations = OfProbabilities(top, objective, x, half), Coefficients = OfCoefficients(top, half) };
    }

    private static double[] OfShares(ClassParameters top, Matrix<double> half)
    {
        AnswerPatterns patterns = top.Patterns;
        double[] prior = new double[top.Lanes];
        Matrix<double> slopes = Matrix<double>.Build.Dense(top.Classes, half.RowCount);
        for (int pattern = 0; pattern < (patterns.HasCovariates ? patterns.Count : 1); pattern++)
        {
            top.WritePrior(pattern, prior);
            double weight = patterns.HasCovariates ? patterns.Weights[pattern] / patterns.Total : 1;
            for (int c = 0; c < top.Classes; c++)
            {
                for (int i = 0; i < top.CellsFrom; i++)
                {
                    int d = 1 + (i / patterns.Width);
                    double term = patterns.HasCovariates ? patterns.Terms[(pattern * patterns.Width) + (i % patterns.Width)] : 1;
                    slopes[c, i] += weight * prior[c] * ((c == d ? 1 : 0) - prior[d]) * term;
                }
            }
        }

        return (slopes * half).RowNorms(2).ToArray();
    }

    private static double[][][] OfProbabilities(ClassParameters top, ClassObjective objective, double[] x, Matrix<double> half)
    {
        AnswerPatterns patterns = top.Patterns;
        double[][][] errors = Enumerable.Range(0, top.Classes).Select(_ => patterns.Categories.Select(count => Enumerable.Repeat(double.NaN, count).ToArray()).ToArray()).ToArray();
        foreach (ClassObjective.Group group in objective.Groups)
        {
            double[] shares = group.Shares(x);
            for (int k = 0; k < shares.Length; k++)
            {
                Vector<double> sum = Vector<double>.Build.Dense(half.ColumnCount);
                for (int l = 1; l < shares.Length; l++)
                    sum += half.Row(group.From + l - 1) * (group.Mass * shares[k] * ((k == l ? 1 : 0) - shares[l]));
                errors[group.Class][group.Item][group.Cells[k] - patterns.Starts[group.Item] - 1] = sum.L2Norm();
            }
        }

        return errors;
    }

    private static double[][] OfCoefficients(ClassParameters top, Matrix<double> half)
    {
        AnswerPatterns patterns = top.Patterns;
        if (!patterns.HasCovariates)
            return [];
        double[][] errors = new double[top.Classes][];
        errors[0] = new double[patterns.Width];
        for (int @class = 1; @class < top.Classes; @class++)
        {
            int from = (@class - 1) * patterns.Width;
            errors[@class] = new double[patterns.Width];
            Vector<double> intercept = half.Row(from);
            for (int j = 1; j < patterns.Width; j++)
            {
                errors[@class][j] = half.Row(from + j).L2Norm() / patterns.Scales[j - 1];
                intercept -= half.Row(from + j) * (patterns.Means[j - 1] / patterns.Scales[j - 1]);
            }

            errors[@class][0] = intercept.L2Norm();
        }

        return errors;
    }
}
