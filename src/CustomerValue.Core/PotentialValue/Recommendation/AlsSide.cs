namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>The factors of one side, and what solves a row of the other side from them.</summary>
internal sealed class AlsSide
{
    private readonly double[] factors;
    private readonly double[] gram;
    private readonly double alpha;

    public AlsSide(double[] factors, int width, double alpha, double lambda)
    {
        (this.factors, Width, this.alpha) = ((double[])factors.Clone(), width, alpha);
        gram = new double[width * width];
        for (int row = 0; row * width < factors.Length; row++)
            AddSquare(gram, Row(row), 1);
        for (int f = 0; f < width; f++)
            gram[(f * width) + f] += lambda;
    }

    public int Width { get; }

    /// <summary>Solution first, then the matrix.</summary>
    public int WorkLength => Width + (Width * Width);

    public ReadOnlySpan<double> Row(int row) => factors.AsSpan(row * Width, Width);

    /// <summary>Leaves (FᵀF + Fᵀ(C − I)F + λI)⁻¹FᵀCp in the first places of <paramref name="work"/>.</summary>
    public void Solve(ReadOnlySpan<int> rows, ReadOnlySpan<double> counts, double[] work)
    {
        Span<double> solution = work.AsSpan(0, Width), matrix = work.AsSpan(Width, Width * Width);
        Factor(rows, counts, matrix);
        solution.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<double> row = Row(rows[i]);
            for (int f = 0; f < Width; f++)
                solution[f] += (1 + (alpha * counts[i])) * row[f];
        }

        Substitute(matrix, solution);
    }

    /// <summary>y_jᵀ W⁻¹ y_i c_i for each row i given: their sum is the score of j.</summary>
    public void Explain(ReadOnlySpan<int> rows, ReadOnlySpan<double> counts, int target, double[] work, Span<double> parts)
    {
        Span<double> solution = work.AsSpan(0, Width), matrix = work.AsSpan(Width, Width * Width);
        Factor(rows, counts, matrix);
        Row(target).CopyTo(solution);
        Substitute(matrix, solution);
        for (int i = 0; i < rows.Length; i++)
            parts[i] = (1 + (alpha * counts[i])) * RowDots.Dot(Row(rows[i]), solution);
    }

    /// <summary>Cholesky's L on and below the diagonal.</summary>
    private void Factor(ReadOnlySpan<int> rows, ReadOnlySpan<double> counts, Span<double> matrix)
    {
        gram.AsSpan().CopyTo(matrix);
        for (int i = 0; i < rows.Length; i++)
            AddSquare(matrix, Row(rows[i]), alpha * counts[i]);
        for (int i = 0; i < Width; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[(i * Width) + j] - RowDots.Dot(matrix.Slice(i * Width, j), matrix.Slice(j * Width, j));
                matrix[(i * Width) + j] = i == j ? Math.Sqrt(rest) : rest / matrix[(j * Width) + j];
            }
        }
    }

    private void Substitute(ReadOnlySpan<double> matrix, Span<double> vector)
    {
        for (int i = 0; i < Width; i++)
            vector[i] = (vector[i] - RowDots.Dot(matrix.Slice(i * Width, i), vector.Slice(0, i))) / matrix[(i * Width) + i];
        for (int i = Width - 1; i >= 0; i--)
        {
            vector[i] /= matrix[(i * Width) + i];
            for (int j = 0; j < i; j++)
                vector[j] -= vector[i] * matrix[(i * Width) + j];
        }
    }

    private static void AddSquare(Span<double> matrix, ReadOnlySpan<double> row, double weight)
    {
        for (int i = 0; i < row.Length; i++)
        {
            double left = weight * row[i];
            for (int j = 0; j <= i; j++)
                matrix[(i * row.Length) + j] += left * row[j];
        }
    }
}
