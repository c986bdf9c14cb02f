namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>What one pass over the rows gives: sums around the means of the mixture that it was made with.</summary>
internal sealed class MixtureSums
{
    private readonly Components around;
    private readonly double[] sums;
    private readonly int stride;

    public MixtureSums(Components around, double[] sums, double logLikelihood, double entropy)
    {
        (this.around, this.sums, LogLikelihood, Entropy) = (around, sums, logLikelihood, entropy);
        stride = sums.Length / around.Count;
    }

    public double LogLikelihood { get; }

    public double Entropy { get; }

    /// <summary>How many numbers a component's sums are.</summary>
    public static int Stride(Components shape) => 1 + shape.Width + (shape.IsDiagonal ? shape.Width : shape.Width * (shape.Width + 1) / 2);

    /// <summary>The weight of a component's rows.</summary>
    public double Weight(int k) => sums[k * stride];

    public double[] Mean(int k)
    {
        double[] mean = new double[around.Width];
        for (int j = 0; j < mean.Length; j++)
            mean[j] = around.Means[(k * around.Padded) + j] + Shift(k, j);
        return mean;
    }

    /// <summary>Variances a column, or a matrix, with the rows' weight as divisor. Around a mean that is near, so nothing cancels.</summary>
    public double[] Covariance(int k)
    {
        int width = around.Width, at = (k * stride) + 1 + width;
        double weight = Weight(k);
        double[] covariance = new double[around.IsDiagonal ? width : width * width];
        for (int i = 0; i < width; i++)
        {
            if (around.IsDiagonal)
                covariance[i] = (sums[at++] / weight) - (Shift(k, i) * Shift(k, i));
            for (int j = 0; j <= i && !around.IsDiagonal; j++)
                covariance[(i * width) + j] = covariance[(j * width) + i] = (sums[at++] / weight) - (Shift(k, i) * Shift(k, j));
        }

        return covariance;
    }

    private double Shift(int k, int j) => sums[(k * stride) + 1 + j] / Weight(k);
}
