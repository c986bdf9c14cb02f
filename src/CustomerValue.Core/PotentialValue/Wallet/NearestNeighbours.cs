using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>
/// Look-alikes by distance: the k nearest customers by standardised features count equally, those as near as the k-th too. A value that is not
/// known counts as the mean. The light form beside <see cref="QuantileForest"/>. Immutable and thread-safe.
/// </summary>
public sealed class NearestNeighbours : LookAlikeModel
{
    private readonly double[][] features;
    private readonly double[] mean;
    private readonly double[] scale;
    private readonly int neighbours;

    private NearestNeighbours(WalletTable customers, double[] spend, int neighbours)
        : base(customers.Names, spend)
    {
        this.neighbours = neighbours;
        (mean, scale) = (new double[customers.Width], new double[customers.Width]);
        for (int column = 0; column < customers.Width; column++)
            (mean[column], scale[column]) = Moments(customers[column]);
        features = new double[customers.Rows][];
        for (int row = 0; row < features.Length; row++)
        {
            features[row] = new double[customers.Width];
            customers.CopyRow(row, features[row]);
            Standardise(features[row]);
        }
    }

    /// <inheritdoc/>
    public override string Name => "nearest-neighbours";

    /// <summary>Keeps the customers with what they spend.</summary>
    /// <param name="customers">Their features.</param>
    /// <param name="spend">What each spends in a period; finite, ≥ 0.</param>
    /// <param name="options">How many neighbours; null for the default.</param>
    /// <exception cref="DataRejectedException">No customers, another number of amounts, amounts out of range, or invalid options; names rows, the first being 0.</exception>
    public static NearestNeighbours Fit(WalletTable customers, ReadOnlySpan<double> spend, NearestNeighbourOptions? options = null)
    {
        options ??= new();
        WalletCheck.Check(customers, spend, options.Validate());
        return new(customers, spend.ToArray(), options.Neighbours);
    }

    private protected override void Weigh(ReadOnlySpan<double> features, Span<double> weights)
    {
        double[] asked = features.ToArray();
        Standardise(asked);
        Weigh(asked, -1, weights);
    }

    private protected override void WeighFitted(int row, Span<double> weights) => Weigh(features[row], row, weights);

    private void Weigh(double[] asked, int own, Span<double> weights)
    {
        double[] distance = new double[features.Length];
        for (int row = 0; row < distance.Length; row++)
        {
            double sum = 0;
            for (int column = 0; column < asked.Length; column++)
                sum += (asked[column] - features[row][column]) * (asked[column] - features[row][column]);
            distance[row] = row == own ? double.PositiveInfinity : sum;
        }

        double[] sorted = (double[])distance.Clone();
        Array.Sort(sorted);
        int others = own < 0 ? sorted.Length : sorted.Length - 1, count = 0;
        double farthest = others == 0 ? -1 : sorted[Math.Min(neighbours, others) - 1];
        foreach (double each in distance)
            count += each <= farthest ? 1 : 0;
        for (int row = 0; row < distance.Length; row++)
            weights[row] = distance[row] <= farthest ? 1.0 / count : 0;
    }

    private void Standardise(double[] row)
    {
        for (int column = 0; column < row.Length; column++)
            row[column] = double.IsNaN(row[column]) ? 0 : (row[column] - mean[column]) * scale[column];
    }

    /// <summary>The mean of the known values and 1 over their standard deviation; 0 where they are all the same, so that the feature tells nobody apart.</summary>
    private static (double Mean, double Scale) Moments(ReadOnlySpan<double> values)
    {
        double sum = 0, squares = 0;
        int known = 0;
        foreach (double value in values)
            (sum, known) = double.IsNaN(value) ? (sum, known) : (sum + value, known + 1);
        double mean = known == 0 ? 0 : sum / known;
        foreach (double value in values)
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        return (mean, squares > 0 ? Math.Sqrt(known / squares) : 0);
    }
}
