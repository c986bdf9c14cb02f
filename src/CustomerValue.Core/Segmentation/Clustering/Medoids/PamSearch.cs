using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>The medoids of a search, and for each row the nearest and the second nearest of them.</summary>
internal sealed class PamSearch
{
    /// <summary>A swap must gain more than what rounding can feign.</summary>
    private const double Rounding = 1e-13;

    private readonly double[][] matrix;
    private readonly double[] weights;
    private readonly List<int> medoids = [];
    private readonly int[] nearest;
    private readonly double[] first;
    private readonly double[] second;

    public PamSearch(double[][] matrix, double[] weights)
    {
        (this.matrix, this.weights) = (matrix, weights);
        nearest = new int[matrix.Length];
        first = new double[matrix.Length];
        second = new double[matrix.Length];
        first.AsSpan().Fill(double.PositiveInfinity);
    }

    public IReadOnlyList<int> Medoids => medoids;

    public int[] Labels() => (int[])nearest.Clone();

    public double Cost()
    {
        double cost = 0;
        for (int row = 0; row < first.Length; row++)
            cost += weights[row] * first[row];
        return cost;
    }

    /// <summary>Adds the row that brings all rows nearest to a medoid.</summary>
    public void Build()
    {
        double[] costs = new double[matrix.Length];
        Partitions.For(matrix.Length, Partitions.Workers, (_, row) =>
        {
            double[] apart = matrix[row];
            for (int other = 0; other < apart.Length; other++)
                costs[row] += weights[other] * Math.Min(apart[other], first[other]);
        }, CancellationToken.None);
        int best = -1;
        for (int row = 0; row < costs.Length; row++)
            best = !medoids.Contains(row) && (best < 0 || costs[row] < costs[best]) ? row : best;
        Add(best);
    }

    public void Add(int row)
    {
        medoids.Add(row);
        Place();
    }

    /// <summary>Makes the best swap of a medoid for another row; false where none gains anything.</summary>
    public bool Swap(CancellationToken cancellationToken)
    {
        int k = medoids.Count;
        double[] removal = new double[k];
        for (int row = 0; row < first.Length && k > 1; row++)
            removal[nearest[row]] += weights[row] * (second[row] - first[row]);
        double[] gains = new double[matrix.Length];
        int[] swapped = new int[matrix.Length];
        Partitions.For(matrix.Length, Partitions.Workers, (_, row) => (gains[row], swapped[row]) = Weigh(row, removal), cancellationToken);
        int best = -1;
        double least = Rounding * Cost();
        for (int row = 0; row < gains.Length; row++)
            best = gains[row] < -least && (best < 0 || gains[row] < gains[best]) ? row : best;
        if (best < 0)
            return false;
        medoids[swapped[best]] = best;
        Place();
        return true;
    }

    /// <summary>What the cost changes by where the row takes the place of the medoid for which that is least.</summary>
    private (double Change, int Medoid) Weigh(int row, double[] removal)
    {
        if (medoids.Contains(row))
            return (0, 0);
        double[] apart = matrix[row], changes = (double[])removal.Clone();
        double all = 0;
        for (int other = 0; other < apart.Length; other++)
        {
            if (medoids.Count == 1)
                all += weights[other] * (apart[other] - first[other]);
            else if (apart[other] < first[other])
            {
                all += weights[other] * (apart[other] - first[other]);
                changes[nearest[other]] += weights[other] * (first[other] - second[other]);
            }
            else if (apart[other] < second[other])
                changes[nearest[other]] += weights[other] * (apart[other] - second[other]);
        }

        int best = 0;
        for (int medoid = 1; medoid < changes.Length; medoid++)
            best = changes[medoid] < changes[best] ? medoid : best;
        return (all + changes[best], best);
    }

    private void Place()
    {
        for (int row = 0; row < nearest.Length; row++)
        {
            (nearest[row], first[row], second[row]) = (0, double.PositiveInfinity, double.PositiveInfinity);
            for (int medoid = 0; medoid < medoids.Count; medoid++)
            {
                double apart = matrix[medoids[medoid]][row];
                if (apart < first[row])
                    (nearest[row], first[row], second[row]) = (medoid, apart, first[row]);
                else if (apart < second[row])
                    second[row] = apart;
            }
        }
    }
}
