namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>The distinct rows among which medoids are looked for, with how many customers each stands for: all of them, or those of customers who were drawn by content.</summary>
internal sealed class MedoidSample
{
    public MedoidSample(MixedRows rows, int exactRows, long seed, int[]? starts)
    {
        ContentRows contents = new(rows.Values);
        Distinct = contents.Firsts.Length;
        long[] taken = new long[Distinct];
        if (Distinct <= exactRows)
        {
            for (int distinct = 0; distinct < taken.Length; distinct++)
                taken[distinct] = contents.Weight(distinct);
        }
        else
        {
            Drawn = exactRows;
            Draw(contents, exactRows, seed, taken);
        }

        int[] distinctOf = new int[rows.Count];
        for (int distinct = 0; distinct < taken.Length; distinct++)
        {
            for (int i = 0; i < contents.Weight(distinct); i++)
                distinctOf[contents.Order[contents.Firsts[distinct] + i]] = distinct;
        }

        // A start that was not drawn stands for itself.
        foreach (int start in starts ?? [])
            taken[distinctOf[start]] = Math.Max(1, taken[distinctOf[start]]);
        int[] kept = [.. Enumerable.Range(0, Distinct).Where(distinct => taken[distinct] > 0)];
        Places = Array.ConvertAll(kept, contents.Row);
        Weights = Array.ConvertAll(kept, distinct => (double)taken[distinct]);
        Starts = starts is null ? null : Array.ConvertAll(starts, start => Array.IndexOf(kept, distinctOf[start]));
    }

    /// <summary>How many distinct rows there are.</summary>
    public int Distinct { get; }

    /// <summary>How many customers were drawn; 0 where all distinct rows are there.</summary>
    public int Drawn { get; }

    /// <summary>A row of each distinct content.</summary>
    public int[] Places { get; }

    /// <summary>How many customers each stands for.</summary>
    public double[] Weights { get; }

    /// <summary>The given starts among these rows; null where none are given.</summary>
    public int[]? Starts { get; }

    /// <summary>Every customer has a number that follows from the contents, and among equal ones from their count; those with the least are drawn.</summary>
    private static void Draw(ContentRows contents, int count, long seed, long[] taken)
    {
        ulong[] keys = new ulong[contents.Order.Length];
        int[] distinctOf = new int[keys.Length];
        for (int distinct = 0; distinct < taken.Length; distinct++)
        {
            ulong hash = ContentRows.Mixed((ulong)seed, contents.Hash(contents.Row(distinct)));
            for (int i = 0; i < contents.Weight(distinct); i++)
                (keys[contents.Firsts[distinct] + i], distinctOf[contents.Firsts[distinct] + i]) = (ContentRows.Mixed(hash, (ulong)i), distinct);
        }

        Array.Sort(keys, distinctOf);
        foreach (int distinct in distinctOf.AsSpan(0, count))
            taken[distinct]++;
    }
}
