namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>Mean and covariance of the points seen, with the first guess as worth a few of them; its root is used until it is refreshed.</summary>
internal sealed class LearntShape
{
    private const double GuessWorth = 5;
    private readonly int n;
    private readonly double[] runningMean;
    private readonly double[,] squares;
    private readonly double[,] root;
    private double count;

    /// <param name="mean">Where the points may lie.</param>
    /// <param name="covariance">How they may spread; positive definite.</param>
    public LearntShape(double[] mean, double[,] covariance)
    {
        n = mean.Length;
        Mean = [.. mean];
        runningMean = [.. mean];
        squares = new double[n, n];
        root = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                squares[i, j] = GuessWorth * covariance[i, j];
        }

        Refresh();
    }

    /// <summary>The same, to learn on its own.</summary>
    public LearntShape(LearntShape other)
    {
        n = other.n;
        Mean = [.. other.Mean];
        runningMean = [.. other.runningMean];
        squares = (double[,])other.squares.Clone();
        root = (double[,])other.root.Clone();
        count = other.count;
    }

    /// <summary>The mean at the last refreshing.</summary>
    public double[] Mean { get; }

    /// <summary>Standard deviation of the first coordinate at the last refreshing.</summary>
    public double FirstSpread => root[0, 0];

    /// <summary>Takes a point in.</summary>
    public void Learn(double[] point)
    {
        count++;
        double[] before = new double[n];
        for (int i = 0; i < n; i++)
        {
            before[i] = point[i] - runningMean[i];
            runningMean[i] += before[i] / count;
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                squares[i, j] += before[i] * (point[j] - runningMean[j]);
        }
    }

    /// <summary>Uses what was learnt from now on; the Cholesky factor of the covariance.</summary>
    public void Refresh()
    {
        Array.Copy(runningMean, Mean, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = squares[i, j] / (count + GuessWorth);
                for (int k = 0; k < j; k++)
                    sum -= root[i, k] * root[j, k];
                root[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / root[j, j];
            }
        }
    }

    /// <summary>centre + scale · root · whitened.</summary>
    public void FromWhitened(double[] whitened, double scale, double[] centre, double[] point)
    {
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j <= i; j++)
                sum += root[i, j] * whitened[j];
            point[i] = centre[i] + (scale * sum);
        }
    }

    /// <summary>The other way round, with <see cref="Mean"/> as the centre.</summary>
    public void ToWhitened(double[] point, double scale, double[] whitened)
    {
        for (int i = 0; i < n; i++)
        {
            double rest = (point[i] - Mean[i]) / scale;
            for (int j = 0; j < i; j++)
                rest -= root[i, j] * whitened[j];
            whitened[i] = rest / root[i, i];
        }
    }
}
