#if !NET
namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>One row after another, where there are no vectors.</summary>
internal sealed partial class MixtureBlock
{
    /// <summary>ln f and the probabilities of each row.</summary>
    public void Divide()
    {
        for (int row = 0; row < filled; row++)
        {
            double most = LogDensities[(Likeliest(row) * Rows) + row], sum = 0;
            for (int at = row; at < LogDensities.Length; at += Rows)
            {
                double less = LogDensities[at] - most;
                sum += Probabilities[at] = less < Cut ? 0 : Math.Exp(less);
            }

            LogSums[row] = most + Math.Log(sum);
            for (int at = row; at < LogDensities.Length; at += Rows)
                Probabilities[at] *= weights[row] / sum;
        }
    }

    /// <summary>Σ w ln f over the rows.</summary>
    public double LogLikelihood()
    {
        double sum = 0;
        for (int row = 0; row < used; row++)
            sum += weights[row] * LogSums[row];
        return sum;
    }

    private void DiagonalDensity(Components mixture, int k)
    {
        for (int row = 0; row < filled; row++)
        {
            double squares = 0;
            for (int j = 0; j < width; j++)
            {
                double z = (values[(j * Rows) + row] - mixture.Means[(k * padded) + j]) * mixture.Factors[(k * width) + j];
                squares += z * z;
            }

            Keep(k, row, mixture.Constants[k] - (0.5 * squares));
        }
    }

    private void FullDensity(Components mixture, int k)
    {
        Differ(mixture, k);
        for (int row = 0; row < filled; row++)
        {
            double squares = 0;
            for (int i = 0; i < width; i++)
            {
                double z = 0;
                int factor = ((k * padded) + i) * padded;
                for (int j = 0; j <= i; j++)
                    z += mixture.Factors[factor + j] * differences[(j * Rows) + row];
                squares += z * z;
            }

            Keep(k, row, mixture.Constants[k] - (0.5 * squares));
        }
    }

    private void Keep(int k, int row, double logDensity) => LogDensities[(k * Rows) + row] = logDensity > Nothing ? logDensity : Nothing;

    private void DiagonalSums(Components mixture, int k)
    {
        Differ(mixture, k);
        FirstSums(k);
        int squares = (k * stride) + ((1 + padded) * Lanes);
        for (int j = 0; j < width; j++)
            lanes[squares + (j * Lanes)] += Dot(j, j);
    }

    private void FullSums(Components mixture, int k)
    {
        Differ(mixture, k);
        FirstSums(k);
        int squares = (k * stride) + ((1 + padded) * Lanes);
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j <= i; j++)
                lanes[squares + (((i * padded) + j) * Lanes)] += Dot(i, j);
        }
    }

    private void FirstSums(int k)
    {
        int start = k * stride;
        for (int row = 0; row < filled; row++)
            lanes[start] += Probabilities[(k * Rows) + row];
        for (int j = 0; j < width; j++)
        {
            double sum = 0;
            for (int row = 0; row < filled; row++)
                sum += weighted[(j * Rows) + row] = Probabilities[(k * Rows) + row] * differences[(j * Rows) + row];
            lanes[start + ((1 + j) * Lanes)] += sum;
        }
    }

    private void Differ(Components mixture, int k)
    {
        for (int j = 0; j < width; j++)
        {
            for (int row = 0; row < filled; row++)
                differences[(j * Rows) + row] = values[(j * Rows) + row] - mixture.Means[(k * padded) + j];
        }
    }

    private double Dot(int i, int j)
    {
        double sum = 0;
        for (int row = 0; row < filled; row++)
            sum += weighted[(i * Rows) + row] * differences[(j * Rows) + row];
        return sum;
    }
}
#endif
