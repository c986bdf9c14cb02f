namespace CustomerValue.Numerics;

/// <summary>A sum over rows with its derivatives, taken in chunks of a fixed size on several threads and joined in order: the same to the last bit for any number of threads.</summary>
internal static class ChunkedSum
{
    /// <summary>Rows of a chunk: enough that a thread is worth it, few enough that the chunks spread.</summary>
    private const int Chunk = 512;

    /// <summary>Adds what rows [from, to) contribute to the gradient and to the upper triangle of the Hessian (row by row, n × n), and returns what they contribute to the value.</summary>
    public delegate double Rows(int from, int to, Span<double> gradient, Span<double> hessian);

    /// <summary>Sums over all rows; gradient and upper triangle are written, not added to.</summary>
    public static double Over(int rows, Rows part, double[] gradient, double[,] hessian, CancellationToken cancellationToken = default)
    {
        int n = gradient.Length;
        int chunks = (rows + Chunk - 1) / Chunk;
        int width = 1 + n + (n * n);
        double[] sums = new double[chunks * width];
        Partitions.For(chunks, Partitions.Workers, (_, chunk) =>
        {
            Span<double> own = sums.AsSpan(chunk * width, width);
            int from = chunk * Chunk;
            own[0] = part(from, Math.Min(rows, from + Chunk), own.Slice(1, n), own.Slice(1 + n));
        }, cancellationToken);

        double total = 0;
        Array.Clear(gradient, 0, n);
        Array.Clear(hessian, 0, n * n);
        for (int start = 0; start < sums.Length; start += width)
        {
            total += sums[start];
            for (int i = 0; i < n; i++)
            {
                gradient[i] += sums[start + 1 + i];
                for (int j = i; j < n; j++)
                    hessian[i, j] += sums[start + 1 + n + (i * n) + j];
            }
        }

        return total;
    }
}
