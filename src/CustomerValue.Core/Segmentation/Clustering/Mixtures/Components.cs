namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>A mixture's parameters as densities need them. Immutable after it is made.</summary>
internal sealed class Components
{
    private static readonly double LogTwoPi = Math.Log(2 * Math.PI);

    private Components(int count, int width, bool diagonal)
    {
        (Count, Width, IsDiagonal) = (count, width, diagonal);
        Padded = diagonal ? width : (width + 3) / 4 * 4;
        Means = new double[count * Padded];
        Factors = new double[count * (diagonal ? width : Padded * Padded)];
        Constants = new double[count];
        LeastPivots = new double[count];
        Weights = [];
        Covariances = [];
    }

    public int Count { get; }

    public int Width { get; }

    /// <summary>The width as the kernels want it: whole fours where there are matrices, the rest zeros.</summary>
    public int Padded { get; }

    public bool IsDiagonal { get; }

    public double[] Weights { get; private init; }

    /// <summary>Count × <see cref="Padded"/>.</summary>
    public double[] Means { get; }

    /// <summary>Variances a column, or matrices row by row.</summary>
    public double[][] Covariances { get; private init; }

    /// <summary>1/standard deviation a column, or the inverse Cholesky factor in rows of <see cref="Padded"/>.</summary>
    public double[] Factors { get; }

    /// <summary>ln weight − d/2 ln 2π − ½ ln |C|.</summary>
    public double[] Constants { get; }

    /// <summary>The smallest variance of a column given those before it.</summary>
    public double[] LeastPivots { get; }

    /// <summary>One component around a point that every row belongs to.</summary>
    public static Components Everything(double[] centre, bool diagonal)
    {
        Components one = new(1, centre.Length, diagonal) { Weights = [1] };
        centre.CopyTo(one.Means, 0);
        return one;
    }

    /// <summary>Makes a mixture; null where a covariance is singular.</summary>
    /// <param name="weights">One a component, &gt; 0.</param>
    /// <param name="means">One array a component.</param>
    /// <param name="covariances">Variances a column, or matrices.</param>
    /// <param name="floors">The least pivot of each column.</param>
    /// <param name="collapse">The component and the column that are singular.</param>
    public static Components? Make(double[] weights, double[][] means, double[][] covariances, double[] floors, out (int Component, int Column) collapse)
    {
        int width = floors.Length;
        bool diagonal = covariances[0].Length == width; // One column: a variance and a matrix are the same.
        Components made = new(weights.Length, width, diagonal) { Weights = weights, Covariances = covariances };
        for (int k = 0; k < weights.Length; k++)
        {
            means[k].CopyTo(made.Means, k * made.Padded);
            int size = diagonal ? width : made.Padded * made.Padded;
            Span<double> factor = made.Factors.AsSpan(k * size, size);
            double logDeterminant;
            int column = diagonal
                ? Roots(covariances[k], floors, factor, out logDeterminant, out made.LeastPivots[k])
                : CovarianceFactor.Invert(covariances[k], width, floors, factor, made.Padded, out logDeterminant, out made.LeastPivots[k]);
            if (column >= 0)
            {
                collapse = (k, column);
                return null;
            }

            made.Constants[k] = Math.Log(weights[k]) - (0.5 * ((width * LogTwoPi) + logDeterminant));
        }

        collapse = (-1, -1);
        return made;
    }

    /// <summary>The components as people see them, in their order.</summary>
    public GaussianComponent[] List(CovarianceShape shape) => [.. Enumerable.Range(0, Count).Select(k => new GaussianComponent
    {
        Weight = Weights[k],
        Mean = Array.AsReadOnly(Means.AsSpan(k * Padded, Width).ToArray()),
        Covariance = Array.AsReadOnly(shape == CovarianceShape.Spherical ? [Covariances[k][0]] : Covariances[k]),
    })];

    private static int Roots(double[] variances, double[] floors, Span<double> factor, out double logDeterminant, out double leastPivot)
    {
        (logDeterminant, leastPivot) = (0, double.PositiveInfinity);
        for (int j = 0; j < variances.Length; j++)
        {
            if (!(variances[j] > floors[j]) || double.IsInfinity(variances[j]))
                return j;
            leastPivot = Math.Min(leastPivot, variances[j]);
            logDeterminant += Math.Log(variances[j]);
            factor[j] = 1 / Math.Sqrt(variances[j]);
        }

        return -1;
    }
}
