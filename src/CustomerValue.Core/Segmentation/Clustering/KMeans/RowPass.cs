#if NET
using System.Runtime.CompilerServices;
#endif
using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// One pass over all rows with given centres, in chunks whose size depends on the number of rows alone and which are joined in order, so that
/// sums are the same to the last bit for any number of threads.
/// </summary>
internal sealed class RowPass
{
    private const int LeastChunk = 32 * RowTile.Rows;
    private const int MostChunks = 256;

    /// <summary>More rows of a tile than these cost as much to pick out as all do in a line.</summary>
    private const int Few = RowTile.Rows / 32;

    private readonly NumericTable table;
    private readonly double[] origin;
    private readonly int chunk;
    private readonly Part[] parts;
    private readonly RowTile?[] tiles;

    public RowPass(NumericTable table, double[] origin, int k, int? workers = null)
    {
        tiles = new RowTile?[workers ?? Partitions.Workers];
        (this.table, this.origin, K) = (table, origin, k);
        int even = (int)(((long)table.Rows + MostChunks - 1) / MostChunks);
        chunk = Math.Max(LeastChunk, (even + RowTile.Rows - 1) / RowTile.Rows * RowTile.Rows);
        parts = new Part[(int)(((long)table.Rows + chunk - 1) / chunk)];
        for (int part = 0; part < parts.Length; part++)
            parts[part] = new Part(k, table.Width);
        (Sums, Counts) = (new double[k * table.Width], new long[k]);
    }

    public int K { get; }

    /// <summary>Sum of the rows of each centre, less the origin.</summary>
    public double[] Sums { get; }

    /// <summary>Rows of each centre.</summary>
    public long[] Counts { get; }

    /// <summary>Sum of squared distances to the nearest centres; 0 after a pass with bounds.</summary>
    public double Inertia { get; private set; }

    /// <summary>Rows whose nearest centre is another than before.</summary>
    public long Changed { get; private set; }

    /// <summary>Finds the nearest centre of every row; <paramref name="labels"/> has those of the pass before and gets the new ones.</summary>
    /// <param name="centres">One after the other, less the origin.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="afresh">Whether all rows are added up, or only those that changed are moved from one sum to another, which is less work but gathers rounding.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="bounds">What tells rows that keep their centre, so that they are looked at only where all are added up; null looks at all, and at distances too.</param>
    public void Run(double[] centres, int[] labels, bool afresh, CancellationToken cancellationToken, StayBounds? bounds = null)
    {
        GapSearch? search = bounds?.Search(centres);
        Partitions.For(parts.Length, tiles.Length, (worker, part) => Run(tiles[worker] ??= new RowTile(table, origin), part, centres, labels, afresh, bounds, search), cancellationToken);
        Array.Clear(Sums, 0, Sums.Length);
        Array.Clear(Counts, 0, Counts.Length);
        (Inertia, Changed) = (0, 0);
        foreach (Part part in parts)
        {
            for (int i = 0; i < Sums.Length; i++)
                Sums[i] += part.Sums[i];
            for (int i = 0; i < Counts.Length; i++)
                Counts[i] += part.Counts[i];
            (Inertia, Changed) = (Inertia + part.Inertia, Changed + part.Changed);
        }
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private void Run(RowTile tile, int number, double[] centres, int[] labels, bool afresh, StayBounds? bounds, GapSearch? search)
    {
        Part part = parts[number];
        if (afresh)
        {
            Array.Clear(part.Sums, 0, part.Sums.Length);
            Array.Clear(part.Counts, 0, part.Counts.Length);
        }

        (part.Inertia, part.Changed) = (0, 0);
        int end = (int)Math.Min(table.Rows, ((long)number + 1) * chunk);
        for (int from = number * chunk; from < end; from += RowTile.Rows)
        {
            int count = Math.Min(RowTile.Rows, end - from);
            int open = afresh || bounds is null ? count : bounds.Open(from, labels.AsSpan(from, count), tile.Open, Math.Min(Few, count - 1));
            if (open == 0)
                continue;
            bool all = open == count;
            if (all)
                tile.Load(from, count);
            else
                tile.Gather(open);
            if (search is null)
            {
                tile.Find(centres, open);
                part.Inertia += tile.Inertia(open);
            }
            else
            {
                tile.FindGaps(search, open);
                bounds!.Set(tile, all ? from : -1, open);
            }

            if (afresh)
                tile.AddTo(part.Sums, part.Counts, open);
            part.Changed += Update(tile, part, labels, all ? from : -1, open, afresh);
        }
    }

    /// <summary>Writes the labels of a tile's rows, which stand in a line from <paramref name="from"/> on unless that is −1, and returns how many changed.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private static int Update(RowTile tile, Part part, int[] labels, int from, int count, bool afresh)
    {
        // First listed without a branch, since nobody foresees which rows change.
        int changed = 0;
        Span<int> list = tile.Changed;
        ReadOnlySpan<int> now = tile.Nearest.AsSpan(0, count);
        ReadOnlySpan<int> before = from < 0 ? tile.Pick(labels, count) : labels.AsSpan(from, count);
        for (int i = 0; i < now.Length && i < before.Length; i++)
        {
            list[changed] = i;
            changed += now[i] == before[i] ? 0 : 1;
        }

        foreach (int i in list.Slice(0, changed))
        {
            ref int label = ref labels[from < 0 ? tile.Open[i] : from + i];
            if (!afresh)
                tile.Move(i, label, part.Sums, part.Counts);
            label = tile.Nearest[i];
        }

        return changed;
    }

    private sealed class Part(int k, int width)
    {
        public double[] Sums { get; } = new double[k * width];

        public int[] Counts { get; } = new int[k];

        public double Inertia { get; set; }

        public long Changed { get; set; }
    }
}
