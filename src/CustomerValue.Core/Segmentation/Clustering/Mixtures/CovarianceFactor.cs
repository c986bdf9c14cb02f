namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Cholesky's factor of a small covariance, inverted.</summary>
internal static class CovarianceFactor
{
    /// <summary>A pivot below this part of a column's whole variance is none: rounding decides it.</summary>
    public const double Least = 1e-12;

    /// <summary>Writes W with W'W = C⁻¹, lower triangular; the return is the column whose variance given those before it vanishes, or −1.</summary>
    /// <param name="covariance">d × d row by row; the lower triangle is read.</param>
    /// <param name="width">d.</param>
    /// <param name="floors">The least pivot of each column.</param>
    /// <param name="inverse">Written, rows of <paramref name="stride"/>; starts as zeros.</param>
    /// <param name="stride">≥ d.</param>
    /// <param name="logDeterminant">ln |C|.</param>
    /// <param name="leastPivot">The smallest pivot.</param>
    public static int Invert(ReadOnlySpan<double> covariance, int width, ReadOnlySpan<double> floors, Span<double> inverse, int stride, out double logDeterminant, out double leastPivot)
    {
        double[] l = new double[width * width];
        (logDeterminant, leastPivot) = (0, double.PositiveInfinity);
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = covariance[(i * width) + j];
                for (int m = 0; m < j; m++)
                    sum -= l[(i * width) + m] * l[(j * width) + m];
                if (j < i)
                {
                    l[(i * width) + j] = sum / l[(j * width) + j];
                    continue;
                }

                if (!(sum > floors[i]) || double.IsInfinity(sum))
                    return i;
                leastPivot = Math.Min(leastPivot, sum);
                logDeterminant += Math.Log(sum);
                l[(i * width) + i] = Math.Sqrt(sum);
            }
        }

        for (int j = 0; j < width; j++)
        {
            for (int i = j; i < width; i++)
            {
                double sum = i == j ? 1 : 0;
                for (int m = j; m < i; m++)
                    sum -= l[(i * width) + m] * inverse[(m * stride) + j];
                inverse[(i * stride) + j] = sum / l[(i * width) + i];
            }
        }

        return -1;
    }
}
