namespace CustomerValue.PotentialValue.Wallet;

/// <summary>
/// Customers sorted by content, so that their order never shows, with each feature cut into at most 256 bins: split points are sought between bins.
/// </summary>
internal sealed class BinnedRows
{
    private const int MostBins = 256;
    private readonly int[] rowOf;
    private readonly int[] placeOf;

    public BinnedRows(WalletTable customers, ReadOnlySpan<double> spend)
    {
        Rows = customers.Rows;
        double[] amounts = spend.ToArray();
        rowOf = new int[Rows];
        for (int row = 0; row < Rows; row++)
            rowOf[row] = row;
        Array.Sort(rowOf, (left, right) => Compare(customers, amounts, left, right));
        placeOf = new int[Rows];
        for (int place = 0; place < Rows; place++)
            placeOf[rowOf[place]] = place;
        double mean = amounts.Sum() / Rows;
        Spend = Array.ConvertAll(rowOf, row => amounts[row] - mean);
        (Bins, Bounds) = (new byte[customers.Width][], new double[customers.Width][]);
        for (int feature = 0; feature < Bins.Length; feature++)
        {
            double[] values = new double[Rows];
            for (int place = 0; place < Rows; place++)
                values[place] = customers[feature][rowOf[place]];
            Bounds[feature] = Cut(values);
            Bins[feature] = Array.ConvertAll(values, value => (byte)Bin(Bounds[feature], value));
        }
    }

    public int Rows { get; }

    /// <summary>What each spends, less the mean of all: sums of squares cancel less.</summary>
    public double[] Spend { get; }

    /// <summary>The bin of each row, by feature.</summary>
    public byte[][] Bins { get; }

    /// <summary>The upper ends of all bins but the last, by feature.</summary>
    public double[][] Bounds { get; }

    public int RowOf(int place) => rowOf[place];

    public int PlaceOf(int row) => placeOf[row];

    /// <summary>The bin of a value: as many bounds as are below it; the first where it is not known.</summary>
    public static int Bin(double[] bounds, double value)
    {
        int low = 0, high = bounds.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (value > bounds[middle])
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Bounds half way between distinct values; where there are too many of those, between equally many rows.</summary>
    private static double[] Cut(double[] values)
    {
        double[] sorted = Array.FindAll(values, value => !double.IsNaN(value));
        Array.Sort(sorted);
        List<double> bounds = [];
        int distinct = 0;
        for (int i = 0; i < sorted.Length; i++)
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        int next = 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1] || (distinct > MostBins && i < (long)next * sorted.Length / MostBins))
                continue;
            bounds.Add(sorted[i - 1] + ((sorted[i] - sorted[i - 1]) / 2));
            while (next < MostBins && i >= (long)next * sorted.Length / MostBins)
                next++;
            if (bounds.Count == MostBins - 1)
                break;
        }

        return [.. bounds];
    }

    private static int Compare(WalletTable customers, double[] spend, int left, int right)
    {
        for (int feature = 0; feature < customers.Width; feature++)
        {
            int order = customers[feature][left].CompareTo(customers[feature][right]);
            if (order != 0)
                return order;
        }

        return spend[left].CompareTo(spend[right]);
    }
}
