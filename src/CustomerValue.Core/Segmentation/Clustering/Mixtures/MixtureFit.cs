namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>
/// One start's way by expectation and maximization (Dempster, Laird &amp; Rubin 1977). May be stopped and go on. Ends where a component
/// collapses: without regularization the likelihood then runs to infinity, and there is nothing to find there.
/// </summary>
internal sealed class MixtureFit
{
    private MixtureRows rows;
    private readonly GaussianMixtureOptions options;
    private readonly double[] floors;
    private double gain = double.PositiveInfinity;
    private Components? mixture;

    /// <param name="rows">The rows.</param>
    /// <param name="options">How to fit.</param>
    /// <param name="floors">The least variances a column, below which a component is a point or a line.</param>
    /// <param name="hard">The sums to start from.</param>
    public MixtureFit(MixtureRows rows, GaussianMixtureOptions options, double[] floors, MixtureSums hard)
    {
        (this.rows, this.options, this.floors) = (rows, options, floors);
        mixture = Maximize(hard);
    }

    /// <summary>The mixture, or null where a component collapsed.</summary>
    public Components? Mixture => mixture;

    /// <summary>The component that collapsed, with the column, or −1 where it lost its rows.</summary>
    public (int Component, int Column) Collapse { get; private set; } = (-1, -1);

    /// <summary>The mean log-likelihood a row after each iteration.</summary>
    public List<double> Course { get; } = [];

    public bool Converged { get; private set; }

    /// <summary>Goes on with other rows, from the mixture so far.</summary>
    public void Take(MixtureRows others)
    {
        rows = others;
        Course.Clear();
        gain = double.PositiveInfinity;
    }

    /// <summary>Goes on until neither the last gain nor what seems left exceeds the tolerance, or so many iterations were made.</summary>
    public void Run(double tolerance, int mostIterations, CancellationToken cancellationToken)
    {
        Converged = false;
        while (mixture is not null)
        {
            MixtureSums sums = rows.Pass(mixture, cancellationToken);
            double mean = sums.LogLikelihood / rows.TotalWeight;
            double before = gain;
            gain = Course.Count == 0 ? double.PositiveInfinity : mean - Course[Course.Count - 1];
            Course.Add(mean);
            // Aitken: gains that shrink by a constant ratio still sum to gain·ratio/(1 − ratio). Gains as small as rounding have no ratio.
            double ratio = gain / before;
            double left = ratio > 0 && ratio < 1 ? gain * ratio / (1 - ratio) : gain;
            if (Math.Abs(gain) <= tolerance && (Math.Abs(left) <= tolerance || Math.Abs(gain) <= 4e-16 * Math.Abs(mean)))
            {
                Converged = true;
                return;
            }

            if (Course.Count > mostIterations)
                return;
            mixture = Maximize(sums);
        }
    }

    private Components? Maximize(MixtureSums sums)
    {
        int count = options.Components, width = floors.Length;
        double[] weights = new double[count];
        double[][] means = new double[count][], covariances = new double[count][];
        for (int k = 0; k < count; k++)
        {
            weights[k] = sums.Weight(k) / rows.TotalWeight;
            if (!(sums.Weight(k) > 1e-9))
            {
                Collapse = (k, -1);
                return null;
            }

            (means[k], covariances[k]) = (sums.Mean(k), sums.Covariance(k));
        }

        Shape(options.Covariance, options.Regularization, weights, covariances, width);
        Components? made = Components.Make(weights, means, covariances, floors, out (int, int) collapse);
        Collapse = collapse;
        return made;
    }

    /// <summary>Makes covariances of the shape that is wanted, and regularizes them.</summary>
    public static void Shape(CovarianceShape shape, double regularization, double[] weights, double[][] covariances, int width)
    {
        if (shape == CovarianceShape.Tied)
            covariances.AsSpan().Fill(Shared(covariances, weights));
        foreach (double[] covariance in covariances.Distinct())
        {
            if (shape == CovarianceShape.Spherical)
                covariance.AsSpan().Fill(covariance.Sum() / width);
            for (int j = 0; j < width; j++)
                covariance[covariance.Length == width ? j : (j * width) + j] += regularization;
        }
    }

    private static double[] Shared(double[][] covariances, double[] weights)
    {
        double[] shared = new double[covariances[0].Length];
        for (int k = 0; k < weights.Length; k++)
        {
            for (int i = 0; i < shared.Length; i++)
                shared[i] += weights[k] * covariances[k][i];
        }

        return shared;
    }
}
