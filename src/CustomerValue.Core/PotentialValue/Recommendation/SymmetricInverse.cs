using CustomerValue.Numerics;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// The inverse of a symmetric positive definite matrix in its own memory: G = LLᵀ below the diagonal, U = L⁻ᵀ above it, P = UUᵀ below again.
/// Every step is rows times rows in fixed tiles, so the number of threads changes no bit.
/// </summary>
internal sealed class SymmetricInverse
{
    private const int Tile = 64;
    private readonly double[] matrix;
    private readonly int n;
    private readonly double[][] tiles;
    private readonly double[][] rows;
    private readonly int workers;

    private SymmetricInverse(double[] matrix, int n, int workers)
    {
        (this.matrix, this.n, this.workers) = (matrix, n, Math.Max(1, Math.Min(workers, Tiles(n))));
        tiles = [.. Enumerable.Range(0, this.workers).Select(_ => new double[Tile * Tile])];
        rows = [.. Enumerable.Range(0, this.workers).Select(_ => new double[Tile * n])];
    }

    /// <summary>Inverts; false where the matrix is not positive definite to rounding.</summary>
    /// <param name="matrix">n·n, by rows; read on and below the diagonal, where the inverse will be. Above it anything is left.</param>
    /// <param name="n">Rows.</param>
    /// <param name="workers">Threads, ≥ 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static bool Invert(double[] matrix, int n, int workers, CancellationToken cancellationToken)
    {
        SymmetricInverse inverse = new(matrix, n, workers);
        int count = Tiles(n);
        for (int column = 0; column < count; column++)
        {
            inverse.Update(column, column, inverse.tiles[0]);
            if (!inverse.FactorDiagonal(column))
                return false;
            int at = column;
            Partitions.For(count - at - 1, inverse.workers, (worker, part) => inverse.FactorRows(at + 1 + part, at, inverse.tiles[worker]), cancellationToken);
        }

        Partitions.For(count, inverse.workers, (worker, part) => inverse.InvertFactor(part, inverse.rows[worker], inverse.tiles[worker]), cancellationToken);
        Partitions.For(count, inverse.workers, (worker, part) => inverse.Square(count - 1 - part, inverse.rows[worker], inverse.tiles[worker]), cancellationToken);
        return true;
    }

    private static int Tiles(int n) => (n + Tile - 1) / Tile;

    private int Height(int tile) => Math.Min(Tile, n - (tile * Tile));

    /// <summary>Takes off what the columns to the left explain.</summary>
    private void Update(int row, int column, double[] tile)
    {
        int first = row * Tile, left = column * Tile;
        RowDots.Multiply(matrix, first * n, n, Height(row), matrix, left * n, n, Height(column), left, tile, Tile);
        for (int i = 0; i < Height(row); i++)
        {
            for (int j = 0; j < Height(column); j++)
                matrix[((first + i) * n) + left + j] -= tile[(i * Tile) + j];
        }
    }

    private bool FactorDiagonal(int tile)
    {
        int first = tile * Tile;
        for (int i = first; i < first + Height(tile); i++)
        {
            SolveRow(i, first, i);
            ReadOnlySpan<double> row = matrix.AsSpan((i * n) + first, i - first);
            double rest = matrix[(i * n) + i] - RowDots.Dot(row, row);
            if (!(rest > 0))
                return false;

            // The diagonal keeps 1/L_ii, which is U_ii too.
            matrix[(i * n) + i] = 1 / Math.Sqrt(rest);
        }

        return true;
    }

    private void FactorRows(int row, int column, double[] tile)
    {
        Update(row, column, tile);
        for (int i = row * Tile; i < (row * Tile) + Height(row); i++)
            SolveRow(i, column * Tile, (column * Tile) + Height(column));
    }

    /// <summary>L_ij for j in [first, end), from the rows of L above.</summary>
    private void SolveRow(int i, int first, int end)
    {
        for (int j = first; j < end; j++)
        {
            double rest = matrix[(i * n) + j] - RowDots.Dot(matrix.AsSpan((i * n) + first, j - first), matrix.AsSpan((j * n) + first, j - first));
            matrix[(i * n) + j] = rest * matrix[(j * n) + j];
        }
    }

    /// <summary>Rows of U: Σ_k U_ik L_jk is 1 where i = j, else 0.</summary>
    private void InvertFactor(int part, double[] scratch, double[] tile)
    {
        int first = part * Tile, height = Height(part), width = n - first;
        Array.Clear(scratch, 0, height * width);
        for (int block = part; block < Tiles(n); block++)
        {
            int left = block * Tile, before = left - first;
            RowDots.Multiply(scratch, 0, width, height, matrix, (left * n) + first, n, Height(block), before, tile, Tile);
            for (int i = 0; i < height; i++)
            {
                Span<double> row = scratch.AsSpan(i * width, width);
                for (int j = Math.Max(left, first + i); j < left + Height(block); j++)
                {
                    int known = j - left;
                    double rest = (j == first + i ? 1 : 0) - tile[(i * Tile) + known];
                    row[j - first] = (rest - RowDots.Dot(row.Slice(before, known), matrix.AsSpan((j * n) + left, known))) * matrix[(j * n) + j];
                }
            }
        }

        for (int i = 0; i < height; i++)
            scratch.AsSpan((i * width) + i + 1, width - i - 1).CopyTo(matrix.AsSpan(((first + i) * n) + first + i + 1, width - i - 1));
    }

    /// <summary>Rows of P below the diagonal: P_ji = Σ_k U_jk U_ik from k = j on.</summary>
    private void Square(int part, double[] scratch, double[] tile)
    {
        int first = part * Tile, height = Height(part), width = n - first;
        for (int j = 0; j < height; j++)
        {
            scratch.AsSpan(j * width, j).Clear();
            matrix.AsSpan(((first + j) * n) + first + j, width - j).CopyTo(scratch.AsSpan((j * width) + j));
        }

        for (int other = 0; other <= part; other++)
        {
            if (other == part)
                RowDots.Multiply(scratch, 0, width, height, scratch, 0, width, height, width, tile, Tile);
            else
                RowDots.Multiply(scratch, 0, width, height, matrix, (other * Tile * n) + first, n, Tile, width, tile, Tile);
            for (int j = 0; j < height; j++)
            {
                int columns = other == part ? j + 1 : Tile;
                tile.AsSpan(j * Tile, columns).CopyTo(matrix.AsSpan(((first + j) * n) + (other * Tile), columns));
            }
        }
    }
}
