namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// Tells which rows surely keep their centre, so that their columns need not be read. A row that was nearer to its centre than to any other
/// by some gap keeps it until its centre and the one that moved most of the others have moved that far together. One number a row: the way
/// at which the gap is used up. Source: Hamerly (2010), "Making k-means even faster", with both of its bounds in one.
/// </summary>
internal sealed class StayBounds
{
    /// <summary>Raises a sum above any rounding of it.</summary>
    private const double Up = 1 + (8 * Rounding);
    private const double Down = 1 - (8 * Rounding);
    private const double Rounding = 2.220446049250313e-16;

    private readonly double[] until;
    private readonly double[] ways;
    private readonly double reach;
    private readonly int width;
    private double slack;

    public StayBounds(NumericTable table, double[] origin, int k)
    {
        (until, ways, width) = (new double[table.Rows], new double[k], table.Width);
        for (int column = 0; column < width; column++)
        {
            double most = 0;
            foreach (double value in table[column])
                most = Math.Max(most, Math.Abs(value - origin[column]));
            reach += most * most;
        }

        reach = Math.Sqrt(reach);
    }

    /// <summary>Forgets all rows. Distances are off by some roundings of the longest one, and squares below 10⁻³⁰⁰ by more.</summary>
    public void Start(double[] centres)
    {
        until.AsSpan().Fill(-1);
        Array.Clear(ways, 0, ways.Length);
        double far = reach;
        for (int from = 0; from < centres.Length; from += width)
            far = Math.Max(far, Math.Sqrt(Apart(centres, new double[centres.Length], from)));
        slack = (2 * far * 16 * (width + 8) * Rounding) + 1e-150;
    }

    /// <summary>Takes note of how far the centres have moved.</summary>
    public void Move(double[] before, double[] after)
    {
        int farthest = 0;
        double[] moves = new double[ways.Length];
        for (int centre = 0; centre < moves.Length; centre++)
        {
            moves[centre] = Math.Sqrt(Apart(before, after, centre * width)) * (1 + (8 * (width + 8) * Rounding));

            // A square that is too small to be a number is still a move.
            if (moves[centre] < 1e-150 && !before.AsSpan(centre * width, width).SequenceEqual(after.AsSpan(centre * width, width)))
                moves[centre] = 1e-150;
            if (moves[centre] > moves[farthest])
                farthest = centre;
        }

        double second = 0;
        for (int centre = 0; centre < moves.Length; centre++)
            second = centre == farthest ? second : Math.Max(second, moves[centre]);
        for (int centre = 0; centre < moves.Length; centre++)
            ways[centre] = (ways[centre] + ((moves[centre] + (centre == farthest ? second : moves[farthest])) * Up)) * Up;
    }

    /// <summary>Lists the rows, from <paramref name="from"/> on, that may have another centre now; as many as are returned.</summary>
    public int Open(int from, ReadOnlySpan<int> labels, int[] open)
    {
        ReadOnlySpan<double> some = until.AsSpan(from, labels.Length);
        int count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            open[count] = from + i;
            count += some[i] > ways[labels[i]] ? 0 : 1;
        }

        return count;
    }

    /// <summary>A row is nearer to its centre than to any other by <paramref name="gap"/>.</summary>
    public void Set(int row, int centre, double gap)
    {
        double sure = gap - slack;
        until[row] = sure > 0 && !double.IsInfinity(sure) ? (sure + ways[centre]) * Down : -1;
    }

    private double Apart(double[] one, double[] other, int from)
    {
        double sum = 0;
        for (int i = from; i < from + width; i++)
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        return sum;
    }
}
