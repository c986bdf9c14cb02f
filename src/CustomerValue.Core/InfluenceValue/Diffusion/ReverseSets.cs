using CustomerValue.Numerics;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Reverse-reachable sets that are kept, drawn in parts with a stream of their own, so that the number of threads changes nothing.</summary>
internal sealed class ReverseSets(ReverseEdges edges, RootDraw roots, long seed, int half, int workers)
{
    /// <summary>Sets of a part.</summary>
    public const int Chunk = 1024;

    private readonly ReverseWalker?[] walkers = new ReverseWalker[workers];
    private int[] start = new int[1];
    private int[] members = [];

    /// <summary>Sets drawn so far.</summary>
    public int Count => start.Length - 1;

    /// <summary>Where each set begins among the members; one place more for the end of the last.</summary>
    public int[] Start => start;

    /// <summary>All sets one after the other.</summary>
    public ReadOnlySpan<int> Members => members.AsSpan(0, start[start.Length - 1]);

    /// <summary>Draws on until there are so many sets; false, and nothing is kept, where they would have more members than may be kept.</summary>
    public bool DrawTo(int sets, int mostMembers, CancellationToken cancellationToken)
    {
        // Parts are whole, so that a later draw goes on where this one ends.
        int first = Count / Chunk, parts = Math.Max(0, ((sets - 1) / Chunk) + 1 - first);
        int[]?[] drawn = new int[parts][], ends = new int[parts][];
        long size = start[start.Length - 1];
        Partitions.For(parts, workers, (worker, part) =>
        {
            if (Interlocked.Read(ref size) > mostMembers)
                return;
            ReverseWalker walker = walkers[worker] ??= new ReverseWalker(edges);
            (drawn[part], ends[part]) = Draw(walker, new RandomStream(seed, half, 0, first + part), mostMembers);
            Interlocked.Add(ref size, drawn[part]?.Length ?? mostMembers + 1L);
        }, cancellationToken);
        if (size > mostMembers)
            return false;

        int at = Count, used = start[start.Length - 1];
        Array.Resize(ref start, start.Length + (parts * Chunk));
        Array.Resize(ref members, (int)size);
        for (int part = 0; part < parts; part++)
        {
            drawn[part]!.CopyTo(members, used);
            foreach (int end in ends[part]!)
                start[++at] = used + end;
            used += drawn[part]!.Length;
        }

        return true;
    }

    /// <summary>How many sets have one of these nodes.</summary>
    public int CoveredBy(bool[] chosen)
    {
        int covered = 0;
        for (int set = 0; set < Count; set++)
        {
            foreach (int node in members.AsSpan(start[set], start[set + 1] - start[set]))
            {
                if (!chosen[node])
                    continue;
                covered++;
                break;
            }
        }

        return covered;
    }

    /// <summary>The members of a part one after the other and where each set ends; nothing where there are too many.</summary>
    private (int[]? Members, int[]? Ends) Draw(ReverseWalker walker, RandomStream random, int mostMembers)
    {
        int[] buffer = new int[4 * Chunk], ends = new int[Chunk];
        int used = 0;
        for (int set = 0; set < Chunk; set++)
        {
            int size = walker.Walk(roots.Next(ref random), ref random);
            if (size > mostMembers - used)
                return default;
            if (used + size > buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(mostMembers, Math.Max(2L * buffer.Length, used + size)));
            Array.Copy(walker.Set, 0, buffer, used, size);
            ends[set] = used += size;
        }

        Array.Resize(ref buffer, used);
        return (buffer, ends);
    }
}
