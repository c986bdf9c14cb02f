namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>
/// One start of k-prototypes: rows move one at a time to the nearest prototype, and both prototypes follow at once, so that what comes out
/// depends on the order of the rows. Source: Huang (1998), section 3; ties and the end as the Python package kmodes has them.
/// </summary>
internal sealed class PrototypeSearch
{
    private readonly PrototypeRows rows;
    private readonly int k;
    private readonly double[] means;
    private readonly double[] sums;
    private readonly int[] modes;
    private readonly int[] counts;
    private readonly int[] sizes;
    private readonly int[] labels;

    /// <summary>Starts from rows.</summary>
    public PrototypeSearch(PrototypeRows rows, int[] starts)
        : this(rows, [.. starts.SelectMany(row => rows.Numbers(row).ToArray())], [.. starts.SelectMany(row => rows.Codes(row).ToArray())], starts.Length)
    {
    }

    /// <summary>Starts from means and cells of codes, one cluster after the other.</summary>
    public PrototypeSearch(PrototypeRows rows, double[] means, int[] modes, int clusters)
    {
        (this.rows, this.means, this.modes, k) = (rows, means, modes, clusters);
        sums = new double[means.Length];
        counts = new int[k * rows.Cells];
        sizes = new int[k];
        labels = new int[rows.Rows];
    }

    public double Cost { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public void Run(int maxIterations, CancellationToken cancellationToken)
    {
        for (int row = 0; row < labels.Length; row++)
            Join(row, Nearest(row, out _));
        Array.Clear(modes, 0, modes.Length);
        for (int cluster = 0; cluster < k; cluster++)
            Describe(cluster);
        for (int cluster = 0; cluster < k; cluster++)
            Fill(cluster);
        Cost = CostOf();
        while (Iterations < maxIterations && !Converged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            bool moved = Pass();
            double cost = CostOf();
            Converged = !moved || cost >= Cost;
            Cost = cost;
        }
    }

    public KPrototypesModel Model()
    {
        int[] nearest = new int[labels.Length];
        for (int row = 0; row < nearest.Length; row++)
            nearest[row] = Nearest(row, out _);
        return new KPrototypesModel(
            Array.AsReadOnly<IReadOnlyList<double>>([.. Enumerable.Range(0, k).Select(cluster => Array.AsReadOnly(means.AsSpan(cluster * rows.Numeric, rows.Numeric).ToArray()))]),
            Array.AsReadOnly<IReadOnlyList<int>>([.. Enumerable.Range(0, k).Select(cluster => Array.AsReadOnly([.. Enumerable.Range(0, rows.Categorical).Select(column => modes[(cluster * rows.Categorical) + column] - rows.Offsets[column])]))]),
            nearest)
        {
            Gamma = rows.Gamma,
            Cost = Cost,
            Iterations = Iterations,
            Converged = Converged,
        };
    }

    private bool Pass()
    {
        bool moved = false;
        for (int row = 0; row < labels.Length; row++)
        {
            int to = Nearest(row, out _), from = labels[row];
            if (to == from)
                continue;
            moved = true;
            Move(row, from, to);
            Fill(from);
        }

        // What adding and taking off has left in the last places is not carried on.
        Array.Clear(sums, 0, sums.Length);
        for (int row = 0; row < labels.Length; row++)
            AddNumbers(row, labels[row], 1);
        return moved;
    }

    private void Move(int row, int from, int to)
    {
        Leave(row, from);
        Join(row, to);
        Average(from);
        Average(to);
        ReadOnlySpan<int> codes = rows.Codes(row);
        for (int column = 0; column < codes.Length; column++)
        {
            ref int mode = ref modes[(to * rows.Categorical) + column];
            if (counts[(to * rows.Cells) + mode] < counts[(to * rows.Cells) + codes[column]])
                mode = codes[column];
            if (modes[(from * rows.Categorical) + column] == codes[column])
                modes[(from * rows.Categorical) + column] = Most(from, column);
        }
    }

    /// <summary>An empty cluster takes the row of the largest that is farthest from its prototype, the first of equally far ones.</summary>
    private void Fill(int cluster)
    {
        if (sizes[cluster] > 0)
            return;
        int largest = Array.IndexOf(sizes, sizes.Max()), farthest = -1;
        double most = -1;
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] == largest && Apart(row, largest) is { } apart && apart > most)
                (farthest, most) = (row, apart);
        }

        if (sizes[largest] > 1)
            Move(farthest, largest, cluster);
        if (sizes[cluster] > 0)
            Describe(cluster);
    }

    private void Join(int row, int cluster)
    {
        labels[row] = cluster;
        Count(row, cluster, 1);
    }

    private void Leave(int row, int cluster) => Count(row, cluster, -1);

    private void Count(int row, int cluster, int by)
    {
        sizes[cluster] += by;
        AddNumbers(row, cluster, by);
        foreach (int cell in rows.Codes(row))
            counts[(cluster * rows.Cells) + cell] += by;
    }

    private void AddNumbers(int row, int cluster, int sign)
    {
        ReadOnlySpan<double> values = rows.Numbers(row);
        for (int column = 0; column < values.Length; column++)
            sums[(cluster * rows.Numeric) + column] += sign * values[column];
    }

    private void Describe(int cluster)
    {
        if (sizes[cluster] > 0)
            Average(cluster);
        for (int column = 0; column < rows.Categorical; column++)
            modes[(cluster * rows.Categorical) + column] = Most(cluster, column);
    }

    private void Average(int cluster)
    {
        for (int column = 0; column < rows.Numeric; column++)
            means[(cluster * rows.Numeric) + column] = sizes[cluster] == 0 ? 0 : sums[(cluster * rows.Numeric) + column] / sizes[cluster];
    }

    /// <summary>The cell of the most frequent code, the least code of equally frequent ones.</summary>
    private int Most(int cluster, int column)
    {
        int from = rows.Offsets[column], best = from;
        ReadOnlySpan<int> own = counts.AsSpan(cluster * rows.Cells, rows.Cells);
        for (int cell = from + 1; cell < rows.Offsets[column + 1]; cell++)
        {
            if (own[cell] > own[best])
                best = cell;
        }

        return best;
    }

    private double CostOf()
    {
        double cost = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            Nearest(row, out double apart);
            cost += apart;
        }

        return cost;
    }

    private int Nearest(int row, out double apart)
    {
        int nearest = 0;
        apart = Apart(row, 0);
        for (int cluster = 1; cluster < k; cluster++)
        {
            double other = Apart(row, cluster);
            if (other < apart)
                (nearest, apart) = (cluster, other);
        }

        return nearest;
    }

    private double Apart(int row, int cluster) => rows.Apart(row, means.AsSpan(cluster * rows.Numeric, rows.Numeric), modes.AsSpan(cluster * rows.Categorical, rows.Categorical));
}
