using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>The directions in which rows vary, the widest first: eigenvectors of the covariance matrix. Immutable.</summary>
public sealed record PrincipalAxes
{
    private PrincipalAxes()
    {
    }

    /// <summary>Variance along each axis (divisor n − 1), descending, ≥ 0.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Part of the whole variance along each axis; all 0 where nothing varies.</summary>
    public required IReadOnlyList<double> ExplainedParts { get; init; }

    /// <summary>Each column's mean.</summary>
    internal double[] Means { get; private init; } = [];

    /// <summary>An axis a row, in the columns' units.</summary>
    internal double[][] Axes { get; private init; } = [];

    /// <summary>Finds the axes.</summary>
    /// <param name="table">At least two rows.</param>
    /// <exception cref="DataRejectedException">Fewer than two rows.</exception>
    public static PrincipalAxes Of(NumericTable table)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        if (table.Rows < 2)
            throw new DataRejectedException(new DataProblem { Field = "table", Value = $"{table.Rows}", Message = "rows; nothing varies below two." });
        double[] means = new double[table.Width];
        for (int column = 0; column < means.Length; column++)
            means[column] = Mean(table[column]);
        Matrix<double> covariance = Matrix<double>.Build.Dense(table.Width, table.Width, (i, j) => Covariance(table[i], means[i], table[j], means[j]));
        Evd<double> found = covariance.Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, table.Width).OrderByDescending(axis => found.EigenValues[axis].Real)];
        double[] variances = [.. order.Select(axis => Math.Max(0, found.EigenValues[axis].Real))];
        double whole = variances.Sum();
        return new PrincipalAxes
        {
            Variances = Array.AsReadOnly(variances),
            ExplainedParts = [.. variances.Select(variance => whole == 0 ? 0 : variance / whole)],
            Means = means,
            Axes = [.. order.Select(axis => found.EigenVectors.Column(axis).ToArray())],
        };
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double first = values[0], sum = 0;
        foreach (double value in values)
            sum += value - first;
        return first + (sum / values.Length);
    }

    private static double Covariance(ReadOnlySpan<double> one, double meanOfOne, ReadOnlySpan<double> other, double meanOfOther)
    {
        double sum = 0;
        for (int row = 0; row < one.Length; row++)
            sum += (one[row] - meanOfOne) * (other[row] - meanOfOther);
        return sum / (one.Length - 1);
    }
}
