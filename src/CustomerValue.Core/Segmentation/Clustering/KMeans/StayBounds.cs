#if NET
using System.Runtime.CompilerServices;
#endif

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// Tells which rows surely keep their centre, so that their columns need not be read. A row that was nearer to its centre than to any other
/// by some gap keeps it until its centre and the one that moved most of the others have moved that far together. One number a row: the way
/// at which the gap is used up, in parts of the longest distance. Source: Hamerly (2010), "Making k-means even faster", with both of its bounds in one.
/// </summary>
internal sealed class StayBounds
{
    private const double Rounding = 2.220446049250313e-16;

    private readonly float[] until;
    private readonly float[] ways;
    private readonly double[] sums;
    private readonly double reach;
    private readonly int width;
    private double far;

    public StayBounds(NumericTable table, double[] origin, int k)
    {
        (until, ways, sums, width) = (new float[table.Rows], new float[k], new double[k], table.Width);
        for (int column = 0; column < width; column++)
        {
            (double least, double most) = Range(table[column]);
            reach = Math.Max(reach, Math.Max(most - origin[column], origin[column] - least));
        }
    }

    /// <summary>Forgets all rows.</summary>
    public void Start(double[] centres)
    {
        until.AsSpan().Fill(-1);
        Array.Clear(ways, 0, ways.Length);
        Array.Clear(sums, 0, sums.Length);
        far = reach;
        foreach (double value in centres)
            far = Math.Max(far, Math.Abs(value));
        far *= Math.Sqrt(width);
    }

    /// <summary>The centres, for a pass that sets these bounds.</summary>
    public GapSearch Search(double[] centres) => new(centres, width, far);

    /// <summary>Takes note of how far the centres have moved.</summary>
    public void Move(double[] before, double[] after)
    {
        int farthest = 0;
        double[] moves = new double[ways.Length];
        for (int centre = 0; centre < moves.Length; centre++)
        {
            double squared = 0;
            for (int i = centre * width; i < (centre + 1) * width; i++)
                squared += (before[i] - after[i]) * (before[i] - after[i]);
            moves[centre] = Math.Sqrt(squared) * (1 + (8 * (width + 8) * Rounding));

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
        {
            sums[centre] += (moves[centre] + (centre == farthest ? second : moves[farthest])) / far;
            ways[centre] = (float)((sums[centre] * (1 + 1e-6)) + 1e-30);
        }
    }

    /// <summary>Lists the rows, from <paramref name="from"/> on, that may have another centre now, and returns how many; where there are more than <paramref name="few"/>, the number of all and no list.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public int Open(int from, ReadOnlySpan<int> labels, Span<int> open, int few)
    {
        ReadOnlySpan<float> some = until.AsSpan(from, labels.Length);
        int count = 0;
        for (int i = 0; i < some.Length; i++)
        {
            open[count] = from + i;
            count += some[i] > ways[labels[i]] ? 0 : 1;
            if (count > few)
                return some.Length;
        }

        return count;
    }

    /// <summary>Takes note of the gaps of a tile's first rows: those of the list, or where <paramref name="from"/> ≥ 0 those from there on.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public void Set(RowTile tile, int from, int count)
    {
        ReadOnlySpan<int> nearest = tile.Nearest.AsSpan(0, count);
        ReadOnlySpan<float> gaps = tile.Gaps.AsSpan(0, count);
        if (from >= 0)
        {
            Span<float> some = until.AsSpan(from, count);
            for (int i = 0; i < some.Length; i++)
                some[i] = (gaps[i] + ways[nearest[i]]) * GapSearch.Down;
        }
        else
        {
            for (int i = 0; i < nearest.Length; i++)
                until[tile.Open[i]] = (gaps[i] + ways[nearest[i]]) * GapSearch.Down;
        }
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private static (double Least, double Most) Range(ReadOnlySpan<double> values)
    {
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            if (value < least)
                least = value;
            if (value > most)
                most = value;
        }

        return (least, most);
    }
}
