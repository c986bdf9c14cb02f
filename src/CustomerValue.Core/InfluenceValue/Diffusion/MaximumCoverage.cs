namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Nodes that cover most sets, one after the other; and the most that any nodes could cover. Source: Tang et al. (2018), algorithms 1 and 3.</summary>
internal sealed class MaximumCoverage
{
    private readonly ReverseSets sets;
    private readonly int[] first;
    private readonly int[] setsOf;
    private readonly int[] gain;
    private readonly int[] best;
    private int[] candidates;

    private MaximumCoverage(ReverseSets sets, bool[] excluded, int count)
    {
        this.sets = sets;
        first = new int[excluded.Length + 1];
        gain = new int[excluded.Length];
        best = new int[count];
        foreach (int node in sets.Members)
            first[node + 1]++;
        List<int> open = [];
        for (int node = 0; node < gain.Length; node++)
        {
            gain[node] = first[node + 1];
            first[node + 1] += first[node];
            if (gain[node] > 0 && !excluded[node])
                open.Add(node);
        }

        candidates = [.. open];
        setsOf = new int[sets.Members.Length];
        int[] next = (int[])first.Clone();
        for (int set = 0; set < sets.Count; set++)
        {
            foreach (int node in sets.Members.Slice(sets.Start[set], sets.Start[set + 1] - sets.Start[set]))
                setsOf[next[node]++] = set;
        }
    }

    /// <summary>The nodes chosen, in order.</summary>
    public List<int> Chosen { get; } = [];

    /// <summary>Sets they cover.</summary>
    public int Covered { get; private set; }

    /// <summary>Sets that any as many nodes cover at most: after each choice, what is covered and the largest gains that are left.</summary>
    public long Upper { get; private set; } = long.MaxValue;

    /// <summary>Chooses greedily; of equal gains the first node's counts.</summary>
    public static MaximumCoverage Of(ReverseSets sets, bool[] excluded, int count)
    {
        MaximumCoverage coverage = new(sets, excluded, count);
        bool[] covered = new bool[sets.Count];
        while (coverage.Bound() is int node and >= 0 && coverage.Chosen.Count < count)
            coverage.Take(node, covered);

        // Greedy choice reaches 1 − 1/e of the best at least.
        coverage.Upper = Math.Min(coverage.Upper, (long)Math.Ceiling(coverage.Covered / OpimBounds.Greedy));
        return coverage;
    }

    /// <summary>Tightens the upper bound by the gains that are left, and returns the node of the largest; −1 where none is left.</summary>
    private int Bound()
    {
        int kept = 0, full = 0, most = 0, node = -1;
        foreach (int candidate in candidates)
        {
            int value = gain[candidate];
            if (value == 0)
                continue;
            candidates[kept++] = candidate;
            if (value > most)
                (most, node) = (value, candidate);
            if (full < best.Length)
                SiftUp(full++, value);
            else if (value > best[0])
                SiftDown(value);
        }

        Array.Resize(ref candidates, kept);
        long sum = Covered;
        for (int i = 0; i < full; i++)
            sum += best[i];
        Upper = Math.Min(Upper, sum);
        return node;
    }

    private void Take(int node, bool[] covered)
    {
        Chosen.Add(node);
        Covered += gain[node];
        for (int i = first[node]; i < first[node + 1]; i++)
        {
            int set = setsOf[i];
            if (covered[set])
                continue;
            covered[set] = true;
            foreach (int member in sets.Members.Slice(sets.Start[set], sets.Start[set + 1] - sets.Start[set]))
                gain[member]--;
        }
    }

    /// <summary>The largest gains stand in a heap, the smallest of them first.</summary>
    private void SiftUp(int at, int value)
    {
        for (int parent; at > 0 && best[parent = (at - 1) / 2] > value; at = parent)
            best[at] = best[parent];
        best[at] = value;
    }

    private void SiftDown(int value)
    {
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child + 1 < best.Length && best[child + 1] < best[child])
                child++;
            if (child >= best.Length || best[child] >= value)
                break;
            best[at] = best[child];
            at = child;
        }

        best[at] = value;
    }
}
