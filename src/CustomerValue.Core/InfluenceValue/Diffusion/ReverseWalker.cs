#if NET
using System.Runtime.CompilerServices;
#endif
using CustomerValue.Numerics;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// Draws reverse-reachable sets, one after the other: who would have won the root in one random outcome of all edges.
/// Source: Borgs, Brautbar, Chayes &amp; Lucier (2014); for the threshold model Tang, Shi &amp; Xiao (2015). Belongs to one worker.
/// </summary>
internal sealed class ReverseWalker
{
    private readonly ReverseEdges edges;
    private readonly int[] visited;
    private int[] picks = new int[64];
    private int stamp;

    public ReverseWalker(ReverseEdges edges)
    {
        this.edges = edges;
        visited = new int[edges.Nodes.Length];
        Set = new int[edges.Nodes.Length];
    }

    /// <summary>The last set, the root first.</summary>
    public int[] Set { get; }

    /// <summary>Draws the set of a root and returns its size.</summary>
    public int Walk(int root, ref RandomStream random)
    {
        if (++stamp == int.MaxValue)
        {
            Array.Clear(visited, 0, visited.Length);
            stamp = 1;
        }

        visited[root] = stamp;
        Set[0] = root;
        return edges.Model == DiffusionModel.LinearThreshold ? Chain(ref random) : Spread(ref random);
    }

    /// <summary>Linear threshold: each node is won by one in-neighbour at most, drawn by weight.</summary>
    private int Chain(ref RandomStream random)
    {
        int size = 1;
        while (true)
        {
            int node = Set[size - 1];
            ref ReverseEdges.Entry entry = ref edges.Nodes[node];
            int degree = size == 1 ? entry.Degree : entry.Passing;
            if (degree == 0)
                return size;
            double draw = random.Uniform();
            ReadOnlySpan<double> cumulative = edges.Cumulative.AsSpan(entry.Start, degree);
            if (draw >= cumulative[degree - 1])
                return size;
            int low = 0, high = degree - 1;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                if (draw < cumulative[middle])
                    high = middle;
                else
                    low = middle + 1;
            }

            int source = edges.Source[entry.Start + low];
            if (visited[source] == stamp)
                return size;
            visited[source] = stamp;
            Set[size++] = source;
        }
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private int Spread(ref RandomStream shared)
    {
        RandomStream random = shared;
        (ReverseEdges.Entry[] nodes, int[] source, uint[] threshold) = (edges.Nodes, edges.Source, edges.Threshold);
        (int[] set, int[] seen, int now) = (Set, visited, stamp);
        int size = 1;
        for (int head = 0; head < size; head++)
        {
            ref ReverseEdges.Entry entry = ref nodes[set[head]];
            int degree = head == 0 ? entry.Degree : entry.Passing;
            if (degree == 0)
                continue;
            int start = entry.Start;
            if (entry.Way == ReverseEdges.Way.Each)
            {
                for (int edge = start; edge < start + degree; edge++)
                {
                    // Of 64 random bits the upper 32 serve this edge and the lower 32 the next.
                    ulong bits = random.Bits();
                    if ((uint)(bits >> 32) <= threshold[edge])
                        Visit(source[edge]);
                    if (++edge < start + degree && (uint)bits <= threshold[edge])
                        Visit(source[edge]);
                }

                continue;
            }

            int kept = Count(random.Bits(), entry.None, entry.Odds, degree);
            for (int pick = 0; pick < kept; pick++)
            {
                int edge = (int)((random.Bits() >> 11) * (1.0 / (1UL << 53)) * degree);
                while (kept > 1 && !IsNew(edge, pick))
                    edge = (int)((random.Bits() >> 11) * (1.0 / (1UL << 53)) * degree);
                if (entry.Way == ReverseEdges.Way.Alike || (uint)(random.Bits() >> 32) <= threshold[start + edge])
                    Visit(source[start + edge]);
            }
        }

        shared = random;
        return size;

        void Visit(int node)
        {
            if (seen[node] != now)
            {
                seen[node] = now;
                set[size++] = node;
            }
        }
    }

    /// <summary>A binomial draw by going up its distribution.</summary>
    private static int Count(ulong bits, double none, double odds, int degree)
    {
        double draw = (bits >> 11) * (1.0 / (1UL << 53)), p = none, below = none;
        int count = 0;
        while (draw >= below && count < degree)
        {
            p *= odds * (degree - count) / (count + 1);
            below += p;
            count++;
            if (p < 1e-300)
                break;
        }

        return count;
    }

    /// <summary>Whether an edge has not been picked at this node yet, and remembers it.</summary>
    private bool IsNew(int edge, int pick)
    {
        if (picks.AsSpan(0, pick).IndexOf(edge) >= 0)
            return false;
        if (pick == picks.Length)
            Array.Resize(ref picks, 2 * pick);
        picks[pick] = edge;
        return true;
    }
}
