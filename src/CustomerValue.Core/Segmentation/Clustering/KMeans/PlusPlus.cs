using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// First centres by k-means++: each row is drawn with a probability that grows with its squared distance to the centres so far; of 2 + ⌊ln k⌋
/// draws the one that lowers the inertia most is kept. Source: Arthur &amp; Vassilvitskii (2007), sections 2.2 and 7.
/// </summary>
internal static class PlusPlus
{
    /// <summary>Centres, one after the other.</summary>
    /// <param name="rows">At least <paramref name="k"/> distinct rows.</param>
    /// <param name="k">How many centres.</param>
    /// <param name="seed">What the draws follow from.</param>
    /// <param name="start">The number of the start, which has draws of its own.</param>
    /// <param name="cancellationToken">Stops the work; looked at before each draw.</param>
    public static double[] Centres(DistinctRows rows, int k, long seed, int start, CancellationToken cancellationToken)
    {
        int width = rows.Values.Length / rows.Rows.Count;
        int trials = 2 + (int)Math.Log(k);
        double[] squared = new double[rows.Rows.Count], candidate = new double[squared.Length], best = new double[squared.Length];
        squared.AsSpan().Fill(double.PositiveInfinity);
        double[] centres = new double[k * width];
        RandomStream random = new(seed, start, 0, 0);
        double[] weights = [.. rows.Weights.Select(weight => (double)weight)];
        double total = weights.Sum();
        for (int centre = 0; centre < k; centre++)
        {
            if (!(total > 0))
                throw new DataRejectedException(RowContents.TooFew(k, centre));
            double least = double.PositiveInfinity;
            int chosen = -1;
            for (int trial = 0; trial < (centre == 0 ? 1 : trials); trial++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int row = Draw(weights, random.Uniform() * total);
                double inertia = Lower(rows, width, row, squared, candidate);
                if (inertia >= least && chosen >= 0)
                    continue;
                (least, chosen) = (inertia, row);
                (best, candidate) = (candidate, best);
            }

            Array.Copy(rows.Values, chosen * width, centres, centre * width, width);
            (squared, best) = (best, squared);
            total = 0;
            for (int row = 0; row < weights.Length; row++)
                total += weights[row] = rows.Weights[row] * squared[row];
        }

        return centres;
    }

    /// <summary>The row at which the running sum passes <paramref name="target"/>; never one of weight 0.</summary>
    private static int Draw(double[] weights, double target)
    {
        int last = -1;
        double sum = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] > 0))
                continue;
            (last, sum) = (row, sum + weights[row]);
            if (sum > target)
                break;
        }

        return last;
    }

    /// <summary>The squared distances with one centre more, and their weighted sum.</summary>
    private static double Lower(DistinctRows rows, int width, int centre, double[] squared, double[] lowered)
    {
        ReadOnlySpan<double> values = rows.Values;
        ReadOnlySpan<double> at = values.Slice(centre * width, width);
        double inertia = 0;
        for (int row = 0; row < squared.Length; row++)
        {
            ReadOnlySpan<double> other = values.Slice(row * width, width);
            double sum = 0;
            for (int column = 0; column < at.Length; column++)
            {
                double apart = other[column] - at[column];
                sum += apart * apart;
            }

            lowered[row] = Math.Min(squared[row], sum);
            inertia += rows.Weights[row] * lowered[row];
        }

        return inertia;
    }
}
