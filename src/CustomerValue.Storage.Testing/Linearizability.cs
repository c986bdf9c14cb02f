namespace CustomerValue.Storage.Testing;

/// <summary>Wing and Gong's search (J. Parallel Distrib. Comput. 17, 1993): is there an order, in which nobody comes before one who had his answer before he asked, that explains every answer?</summary>
internal static class Linearizability
{
    public static bool Explains(IReadOnlyList<Operation> history, long state)
    {
        if (history.Count > 64)
            throw new ArgumentException($"A history has at most 64 operations; this has {history.Count}.", nameof(history));
        return Search(history, state, 0, []);
    }

    private static bool Search(IReadOnlyList<Operation> history, long state, ulong done, HashSet<(ulong, long)> seen)
    {
        (long first, bool isDone) = (long.MaxValue, true);
        for (int at = 0; at < history.Count; at++)
        {
            if ((done & (1UL << at)) == 0)
                (first, isDone) = (Math.Min(first, history[at].Returned), false);
        }

        if (isDone)
            return true;
        // Whoever is left and was reached with the same state before came to nothing.
        if (!seen.Add((done, state)))
            return false;
        for (int at = 0; at < history.Count; at++)
        {
            if ((done & (1UL << at)) == 0 && history[at].Invoked <= first && history[at].Apply(state) is { } after && Search(history, after, done | (1UL << at), seen))
                return true;
        }

        return false;
    }
}
