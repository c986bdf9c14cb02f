using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Edges grouped by one end (compressed sparse rows): those of node v stand in [Start[v], Start[v+1]), ordered by their other end.</summary>
internal sealed class CompactEdges
{
    private CompactEdges(int[] start, int[] other, double[] probability) => (Start, Other, Probability) = (start, other, probability);

    public int[] Start { get; }

    public int[] Other { get; }

    public double[] Probability { get; }

    public int Nodes => Start.Length - 1;

    /// <summary>Groups edges by the node they lead to; self-loops are left out, of equal pairs the largest probability stays. Without probabilities all are 1.</summary>
    public static CompactEdges ByEnd(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<double> probability, out int loops, out int duplicates)
    {
        // Placed by their start first and by their end then, the starts of each end come in order: two counting sorts.
        int[] byFrom = Places(nodes, from, default);
        int[] byTo = Places(nodes, to, byFrom);
        int[] start = new int[nodes + 1], other = new int[from.Length];
        double[] kept = new double[from.Length];
        (loops, duplicates) = (0, 0);
        int count = 0, row = 0;
        for (int node = 0; node < nodes; node++)
        {
            int first = count;
            for (; row < byTo.Length && to[byTo[row]] == node; row++)
            {
                int edge = byTo[row];
                double p = probability.Length == 0 ? 1 : probability[edge];
                if (from[edge] == node)
                {
                    loops++;
                }
                else if (count > first && other[count - 1] == from[edge])
                {
                    kept[count - 1] = Math.Max(kept[count - 1], p);
                    duplicates++;
                }
                else
                {
                    (other[count], kept[count]) = (from[edge], p);
                    count++;
                }
            }

            start[node + 1] = count;
        }

        Array.Resize(ref other, count);
        Array.Resize(ref kept, count);
        return new CompactEdges(start, other, kept);
    }

    /// <summary>The edges that can carry anything.</summary>
    public CompactEdges WithoutZeros()
    {
        int[] start = new int[Start.Length], other = new int[Other.Length];
        double[] kept = new double[Other.Length];
        int count = 0;
        for (int node = 0; node < Nodes; node++)
        {
            for (int edge = Start[node]; edge < Start[node + 1]; edge++)
            {
                if (Probability[edge] > 0)
                    (other[count], kept[count++]) = (Other[edge], Probability[edge]);
            }

            start[node + 1] = count;
        }

        if (count == Other.Length)
            return this;
        Array.Resize(ref other, count);
        Array.Resize(ref kept, count);
        return new CompactEdges(start, other, kept);
    }

    /// <summary>The same edges grouped by their other end.</summary>
    public CompactEdges Transposed()
    {
        int[] ends = new int[Other.Length];
        for (int node = 0; node < Nodes; node++)
            ends.AsSpan(Start[node], Start[node + 1] - Start[node]).Fill(node);
        return ByEnd(Nodes, ends, Other, Probability, out _, out _);
    }

    /// <summary>The same edges with other probabilities, in the same order.</summary>
    public CompactEdges WithProbabilities(double[] probability) => new(Start, Other, probability);

    /// <summary>Refuses nodes whose probabilities sum to more than 1, but for rounding.</summary>
    public void CheckSums(string field, string message)
    {
        ProblemList problems = new();
        for (int node = 0; node < Nodes; node++)
        {
            double sum = 0;
            for (int edge = Start[node]; edge < Start[node + 1]; edge++)
                sum += Probability[edge];
            if (sum > 1 + 1e-9)
                problems.Add(node, field, sum.ToString("R", CultureInfo.InvariantCulture), message);
        }

        problems.ThrowIfAny();
    }

    /// <summary>Rows in the order of their keys, equal keys in the order in which they were taken before.</summary>
    private static int[] Places(int nodes, ReadOnlySpan<int> keys, ReadOnlySpan<int> before)
    {
        int[] next = new int[nodes + 1], rows = new int[keys.Length];
        foreach (int key in keys)
            next[key + 1]++;
        for (int node = 0; node < nodes; node++)
            next[node + 1] += next[node];
        for (int i = 0; i < keys.Length; i++)
        {
            int row = before.Length == 0 ? i : before[i];
            rows[next[keys[row]]++] = row;
        }

        return rows;
    }
}
