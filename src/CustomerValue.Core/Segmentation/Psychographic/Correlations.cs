using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Means, standard deviations (divisor n − 1) and correlations of answers.</summary>
internal sealed class Correlations
{
    private Correlations(double[] means, double[] deviations, Matrix<double> matrix) => (Means, Deviations, Matrix) = (means, deviations, matrix);

    public double[] Means { get; }

    public double[] Deviations { get; }

    public Matrix<double> Matrix { get; }

    /// <summary>Refuses answers that have no correlations: fewer people than items, items to which all answer the same, items that say the same.</summary>
    public static Correlations Of(NumericTable answers)
    {
        (int n, int p) = (answers.Rows, answers.Width);
        List<DataProblem> problems = [];
        if (n <= p)
            problems.Add(new DataProblem { Field = "rows", Value = $"{n}", Message = $"people answered all of the {p} items; more people than items are needed." });
        double[] means = new double[p], deviations = new double[p];
        double[][] centred = new double[p][];
        for (int item = 0; item < p && n > 0; item++)
        {
            means[item] = Mean(answers[item]);
            centred[item] = Centred(answers[item], means[item]);
            deviations[item] = n > 1 ? Math.Sqrt(Product(centred[item], centred[item]) / (n - 1)) : 0;
            if (!(deviations[item] > 0))
                problems.Add(new DataProblem { Field = answers.Names[item], Message = "has the same answer from everyone, so it is related to nothing; leave it out." });
        }

        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        Matrix<double> matrix = Matrix<double>.Build.DenseIdentity(p);
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < i; j++)
                matrix[i, j] = matrix[j, i] = Product(centred[i], centred[j]) / ((n - 1) * deviations[i] * deviations[j]);
        }

        if (!(matrix.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real) > 1e-10))
            throw new DataRejectedException(new DataProblem { Field = "items", Message = "say the same thing twice: one can be computed from the others; leave out sums and copies." });
        return new Correlations(means, deviations, matrix);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }

    private static double[] Centred(ReadOnlySpan<double> values, double mean)
    {
        double[] centred = new double[values.Length];
        for (int row = 0; row < centred.Length; row++)
            centred[row] = values[row] - mean;
        return centred;
    }

    private static double Product(double[] left, double[] right)
    {
        double sum = 0;
        for (int row = 0; row < left.Length; row++)
            sum += left[row] * right[row];
        return sum;
    }
}
