using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// One pass over all rows with given centres, in chunks whose size depends on the number of rows alone and which are joined in order, so that
/// sums are the same to the last bit for any number of threads.
/// </summary>
internal sealed class RowPass
{
    private const int LeastChunk = 16 * RowTile.Rows;
    private const int MostChunks = 256;
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

    /// <summary>Sum of squared distances to the nearest centres; of the rows that were looked at where bounds were used.</summary>
    public double Inertia { get; private set; }

    /// <summary>Rows whose nearest centre is another than before.</summary>
    public long Changed { get; private set; }

    /// <summary>Finds the nearest centre of every row; <paramref name="labels"/> has those of the pass before and gets the new ones.</summary>
    /// <param name="centres">One after the other, less the origin.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="afresh">Whether all rows are added up, or only those that changed are moved from one sum to another, which is less work but gathers rounding.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="bounds">What tells rows that keep their centre; null looks at all.</param>
    /// <param name="whole">Whether all rows are looked at for all that, as when they are added up afresh.</param>
    public void Run(double[] centres, int[] labels, bool afresh, CancellationToken cancellationToken, StayBounds? bounds = null, bool whole = true)
    {
        Partitions.For(parts.Length, tiles.Length, (worker, part) => Run(tiles[worker] ??= new RowTile(table, origin), part, centres, labels, afresh, bounds, whole || afresh), cancellationToken);
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

    private void Run(RowTile tile, int number, double[] centres, int[] labels, bool afresh, StayBounds? bounds, bool whole)
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
            int open = whole || bounds is null ? count : bounds.Open(from, labels.AsSpan(from, count), tile.Open);

            // Where most rows are open, reading all of them in a line is faster.
            bool all = open > count / 2;
            if (all)
                tile.Load(from, open = count);
            else if (open > 0)
                tile.Gather(open);
            else
                continue;
            tile.Find(centres, open);
            if (afresh)
                tile.AddTo(part.Sums, part.Counts, open);
            part.Inertia += tile.Inertia(open);
            Update(tile, part, labels, all ? from : -1, open, afresh, bounds);
        }
    }

    /// <summary>Writes the labels of a tile's rows, which stand in a line from <paramref name="from"/> on unless that is −1.</summary>
    private static void Update(RowTile tile, Part part, int[] labels, int from, int count, bool afresh, StayBounds? bounds)
    {
        for (int i = 0; i < count; i++)
        {
            int row = from < 0 ? tile.Open[i] : from + i;
            int now = tile.Nearest[i];
            bounds?.Set(row, now, tile.Gaps[i]);
            if (labels[row] == now)
                continue;
            part.Changed++;
            if (!afresh)
                tile.Move(i, labels[row], part.Sums, part.Counts);
            labels[row] = now;
        }
    }

    private sealed class Part(int k, int width)
    {
        public double[] Sums { get; } = new double[k * width];

        public int[] Counts { get; } = new int[k];

        public double Inertia { get; set; }

        public long Changed { get; set; }
    }
}
